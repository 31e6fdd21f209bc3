#include "metrics/exposure_ledger.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fieldtwin {
namespace {

Storage breached(double rate, double share) {
  Storage storage;
  storage.breach_rate = PerYear(rate);
  storage.breach_share = Probability(share);
  return storage;
}

TEST(ExposureLedger, TakesFromEachClassWhatItStillHolds) {
  ExposureLedger ledger;
  for (int i = 0; i < 100; ++i) ledger.keep(1.0 * kYear);
  for (int i = 0; i < 40; ++i) ledger.keep(15.0 * kYear);
  EXPECT_EQ(ledger.images(), 140u);
  EXPECT_EQ(ledger.longest_retention(), 15.0 * kYear);
  const BreachLoss loss = ledger.loss({{0.5 * kYear, Probability(0.5)},
                                       {1.0 * kYear, Probability(0.5)},
                                       {14.0 * kYear, Probability(0.2)}});
  EXPECT_DOUBLE_EQ(loss.images, 100.0 * 0.5 + 40.0 * (1.0 - 0.5 * 0.5 * 0.8));
  EXPECT_DOUBLE_EQ(loss.exposures, 100.0 * 0.5 + 40.0 * 1.2);
}

TEST(ExposureLedger, WithoutPhotosLosesNothing) {
  const ExposureLedger ledger;
  EXPECT_EQ(ledger.longest_retention(), Seconds(0.0));
  EXPECT_EQ(ledger.loss({{Seconds(0.0), Probability(1.0)}}).images, 0.0);
}

TEST(Breaches, NeverHappenAtRateZero) {
  EXPECT_TRUE(breaches_within(15.0 * kYear, breached(0.0, 1.0), Draws(1, 0)).empty());
}

TEST(Breaches, AreAPoissonProcessThatTakesWhatTheFormulaSays) {
  // Over the breaches: E[number] = rate T, and of n photos kept for r, n (1 - exp(-rate r
  // E[share])) are taken at least once, n rate r E[share] in all.
  constexpr double kRate = 0.2, kShare = 0.3, kYears = 15.0;
  constexpr int kWorlds = 20'000;
  ExposureLedger ledger;
  ledger.keep(kYears * kYear);
  Storage storage = breached(kRate, 0.0);
  storage.breach_share = Varying<Probability>(Distribution(Uniform{0.0, 2.0 * kShare}));
  double number = 0.0, images = 0.0, squares = 0.0, exposures = 0.0;
  for (int i = 0; i < kWorlds; ++i) {
    const Draws draws(11, static_cast<std::uint32_t>(i));
    const auto breaches = breaches_within(kYears * kYear, storage, draws);
    const BreachLoss loss = ledger.loss(breaches);
    number += static_cast<double>(breaches.size());
    images += loss.images;
    squares += loss.images * loss.images;
    exposures += loss.exposures;
  }
  const double mean = images / kWorlds;
  const double error = std::sqrt((squares / kWorlds - mean * mean) / kWorlds);
  EXPECT_NEAR(mean, 1.0 - std::exp(-kRate * kYears * kShare), 4.0 * error);
  EXPECT_NEAR(number / kWorlds, kRate * kYears, 4.0 * std::sqrt(kRate * kYears / kWorlds));
  // The variance of a compound Poisson sum is rate T E[share^2], here share^2 4/3.
  EXPECT_NEAR(exposures / kWorlds, kRate * kYears * kShare,
              4.0 * std::sqrt(kRate * kYears * kShare * kShare * 4.0 / 3.0 / kWorlds));
}

TEST(Breaches, OfALongerHorizonBeginAsThoseOfAShorterOne) {
  const Storage storage = breached(2.0, 0.5);
  const auto few = breaches_within(2.0 * kYear, storage, Draws(3, 1));
  const auto many = breaches_within(10.0 * kYear, storage, Draws(3, 1));
  ASSERT_LT(few.size(), many.size());
  for (std::size_t i = 0; i < few.size(); ++i) EXPECT_EQ(few[i].time, many[i].time);
}

}  // namespace
}  // namespace fieldtwin

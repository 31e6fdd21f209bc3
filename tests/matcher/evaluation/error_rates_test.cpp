#include "matcher/evaluation/error_rates.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "matcher/evaluation/verification.hpp"

namespace fieldtwin {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

double normal_cdf(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2.0; }

Comparison mated(double distance, std::uint32_t person = 0) { return {distance, PairKind::kMated, person, person}; }
Comparison other(double distance, std::uint32_t a = 0, std::uint32_t b = 1) {
  return {distance, PairKind::kNonMated, a, b};
}

/// Distances of mated pairs around 0, of others around `apart`, both with standard deviation 1.
std::vector<Comparison> gaussian(double apart, std::size_t pairs, std::uint32_t seed) {
  std::mt19937_64 engine(seed);
  std::normal_distribution<double> spread;
  std::vector<Comparison> all;
  for (std::size_t i = 0; i < pairs; ++i) {
    const auto person = static_cast<std::uint32_t>(i % 500);
    all.push_back(mated(spread(engine), person));
    all.push_back(other(apart + spread(engine), person, (person + 1) % 500));
  }
  return all;
}

TEST(ErrorRates, OfGaussianScoresAreTheClosedForms) {
  // EER = Phi(-d'/2); TPR at FMR f = Phi(d' + Phi^-1(f)); best accuracy = Phi(d'/2).
  for (const double apart : {1.0, 2.0, 3.0}) {
    const ErrorRates rates(gaussian(apart, 200'000, 5));
    EXPECT_NEAR(rates.equal_error_rate(), normal_cdf(-apart / 2), 0.002) << apart;
    EXPECT_NEAR(rates.true_positive_rate(0.01), normal_cdf(apart - 2.326348), 0.006) << apart;
    EXPECT_NEAR(rates.fmr(apart / 2), normal_cdf(-apart / 2), 0.002) << apart;
    EXPECT_NEAR(rates.fnmr(apart / 2), normal_cdf(-apart / 2), 0.002) << apart;
    EXPECT_NEAR(rates.accuracy(rates.best_threshold()), normal_cdf(apart / 2), 0.002) << apart;
    EXPECT_NEAR(rates.best_threshold(), apart / 2, 0.05) << apart;
  }
}

TEST(ErrorRates, OfFewPairsAreCounted) {
  const ErrorRates rates({mated(0.1), mated(0.2), mated(0.5), mated(kInfinite), other(0.3), other(0.6), other(0.7), other(0.8)});
  EXPECT_DOUBLE_EQ(rates.fmr(0.3), 0.25);  // at the threshold is called the same
  EXPECT_DOUBLE_EQ(rates.fnmr(0.3), 0.5);
  EXPECT_DOUBLE_EQ(rates.true_positive_rate(0.0), 0.5);
  EXPECT_DOUBLE_EQ(rates.true_positive_rate(0.25), 0.75);
  EXPECT_DOUBLE_EQ(rates.true_positive_rate(1.0), 0.75);  // no template matches nobody
  EXPECT_DOUBLE_EQ(rates.equal_error_rate(), 0.25);
  EXPECT_DOUBLE_EQ(rates.accuracy(0.55), 0.75);
}

TEST(ErrorRates, OfSeparatedPairsAreNil) {
  const ErrorRates rates({mated(0.1), mated(0.2), other(0.6), other(0.8)});
  EXPECT_DOUBLE_EQ(rates.equal_error_rate(), 0.0);
  EXPECT_DOUBLE_EQ(rates.true_positive_rate(1e-3), 1.0);
  EXPECT_DOUBLE_EQ(rates.best_threshold(), 0.4);
}

TEST(ErrorRates, WeighPairsByTheirPeople) {
  const ErrorRates rates({mated(0.1, 0), mated(0.5, 1), other(0.3, 0, 1), other(0.7, 1, 2)});
  const std::vector<std::uint32_t> counts{3, 1, 2};
  const auto weights = rates.weights(counts);
  EXPECT_DOUBLE_EQ(rates.fnmr(0.2, weights), 0.25);      // 3 of 4
  EXPECT_DOUBLE_EQ(rates.fmr(0.4, weights), 3.0 / 5.0);  // 3 x 1 and 1 x 2
}

TEST(Verification, ChoosesTheThresholdOnTheOtherFolds) {
  // The fold that differs is judged by the threshold of the two that do not.
  const std::vector<Comparison> usual{mated(0.1), mated(0.2), other(0.6), other(0.8)};
  const std::vector<Comparison> shifted{mated(0.5), mated(0.2), other(0.35), other(0.8)};
  const Verification v = verify({usual, usual, shifted}, 2);
  EXPECT_DOUBLE_EQ(v.thresholds[2], 0.4);
  EXPECT_DOUBLE_EQ(v.accuracies[2], 0.5);
  EXPECT_DOUBLE_EQ(v.accuracies[0], 1.0);
  EXPECT_NEAR(v.accuracy_mean, 2.5 / 3, 1e-12);
  EXPECT_NEAR(v.accuracy_sd, std::sqrt((2 * std::pow(1 - 2.5 / 3, 2) + std::pow(0.5 - 2.5 / 3, 2)) / 2), 1e-12);
  EXPECT_EQ(v.mated, 6U);
}

TEST(Verification, IntervalsHoldTheTrueRate) {
  int held = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Verification v = verify({gaussian(2.0, 500, seed)}, 500);
    const double truth = normal_cdf(-1.0);
    held += v.eer_interval.low <= truth && truth <= v.eer_interval.high ? 1 : 0;
    EXPECT_LT(v.eer_interval.low, v.eer);
    EXPECT_GT(v.eer_interval.high, v.eer);
  }
  EXPECT_GE(held, 17);  // 95 % of 20 are 19
}

}  // namespace
}  // namespace fieldtwin

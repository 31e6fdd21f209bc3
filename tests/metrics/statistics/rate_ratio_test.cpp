#include "metrics/statistics/rate_ratio.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

namespace fieldtwin {
namespace {

using Values = std::vector<double>;

TEST(RateRatio, IsTheRatioOfTheRates) {
  const Values a{30.0, 50.0, 40.0}, size_a{100.0, 100.0, 100.0};
  const Values b{25.0, 20.0, 15.0}, size_b{50.0, 50.0, 50.0};
  const auto ratio = rate_ratio_estimate({a, size_a}, {b, size_b});
  ASSERT_TRUE(ratio && ratio->interval);
  EXPECT_DOUBLE_EQ(ratio->mean, (120.0 / 300.0) / (60.0 / 150.0));
  EXPECT_LT(ratio->interval->low, ratio->mean);
  EXPECT_GT(ratio->interval->high, ratio->mean);
}

TEST(RateRatio, OfAGroupWithItselfIsOneForSure) {
  const Values events{80.0, 95.0, 70.0}, sizes{1000.0, 1100.0, 900.0};
  const auto ratio = rate_ratio_estimate({events, sizes}, {events, sizes});
  ASSERT_TRUE(ratio && ratio->interval);
  EXPECT_EQ(ratio->mean, 1.0);
  EXPECT_EQ(ratio->interval->low, 1.0);
  EXPECT_EQ(ratio->interval->high, 1.0);
}

TEST(RateRatio, OfFewEventsHasTheExactInterval) {
  // One replication: 8 of 10 events are of the group. Clopper & Pearson: p in (0.4439, 0.9748).
  const Values a{8.0}, b{2.0}, size{1000.0};
  const auto ratio = rate_ratio_estimate({a, size}, {b, size});
  ASSERT_TRUE(ratio && ratio->interval);
  EXPECT_EQ(ratio->mean, 4.0);
  EXPECT_NEAR(ratio->interval->low, 0.4439 / 0.5561, 1e-3);
  EXPECT_NEAR(ratio->interval->high, 0.97479 / 0.02521, 0.05);
}

TEST(RateRatio, OfNoneSeenIsABound) {
  const Values none{0.0}, nine{9.0}, size{500.0};
  const auto ratio = rate_ratio_estimate({none, size}, {nine, size});
  ASSERT_TRUE(ratio && ratio->interval);
  EXPECT_EQ(ratio->mean, 0.0);
  EXPECT_EQ(ratio->interval->low, 0.0);
  const double p = 1.0 - std::pow(0.05, 1.0 / 9.0);
  EXPECT_NEAR(ratio->interval->high, p / (1.0 - p), 1e-9);
  EXPECT_FALSE(rate_ratio_estimate({nine, size}, {none, size}));
}

TEST(RateRatio, NeedsTheSameReplicationsAndSomebodyExposed) {
  const Values one{1.0}, two{1.0, 2.0}, nobody{0.0};
  EXPECT_THROW(rate_ratio_estimate({one, one}, {two, two}), std::invalid_argument);
  EXPECT_FALSE(rate_ratio_estimate({nobody, nobody}, {one, one}));
}

TEST(RateRatio, IsCoveredWhetherEventsAreManyOrFew) {
  std::mt19937_64 random(1729);
  const auto poisson = [&random](double mean) {
    double product = 1.0;
    double events = -1.0;
    for (; product > std::exp(-mean); events += 1.0) {
      product *= (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
    }
    return events;
  };
  constexpr int kStudies = 1000;
  constexpr double kTruth = 2.5;
  for (const double mean : {0.1, 0.5, 3.0, 20.0}) {  // of the reference, a replication
    int covered = 0, told = 0;
    for (int study = 0; study < kStudies; ++study) {
      Values a(20), b(20);
      const Values exposures(20, 100.0);
      for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = poisson(kTruth * mean);
        b[i] = poisson(mean);
      }
      const auto ratio = rate_ratio_estimate({a, exposures}, {b, exposures});
      if (!ratio) continue;
      ++told;
      covered += ratio->interval->low <= kTruth && kTruth <= ratio->interval->high ? 1 : 0;
    }
    EXPECT_GT(told, kStudies / 2);
    EXPECT_GE(covered, 0.93 * told) << mean;
  }
}

}  // namespace
}  // namespace fieldtwin

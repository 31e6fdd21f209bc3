#include "metrics/statistics/paired.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace fieldtwin {
namespace {

constexpr double kT2 = 4.302652729911275;  // Student's t, 2 degrees of freedom, 97.5 %

TEST(PairedDifference, IsTheTIntervalOfTheDifferences) {
  // Differences 1, 2, 3: mean 2, standard deviation 1.
  const std::vector<double> base{10.0, 200.0, 3000.0}, alternative{11.0, 202.0, 3003.0};
  const Estimate estimate = paired_difference(base, alternative);
  EXPECT_DOUBLE_EQ(estimate.mean, 2.0);
  EXPECT_NEAR(estimate.interval->high, 2.0 + kT2 / std::sqrt(3.0), 1e-9);
  EXPECT_NEAR(estimate.interval->low, 2.0 - kT2 / std::sqrt(3.0), 1e-9);
  EXPECT_EQ(estimate.n, 3u);
  EXPECT_DOUBLE_EQ(paired_difference(alternative, base).mean, -2.0);
}

TEST(PairedDifference, OfAStudyWithItselfIsExactlyZero) {
  const std::vector<double> amounts{0.1, 0.7, 1.0 / 3.0}, bases{3.0, 7.0, 0.3},
      counts{5.0, 0.0, 2.0};
  const Interval none{0.0, 0.0};
  EXPECT_EQ(paired_difference(amounts, amounts).mean, 0.0);
  EXPECT_EQ(paired_difference(amounts, amounts).interval, none);
  const RatioSeries ratio{amounts, bases}, rate{counts, bases};
  EXPECT_EQ(paired_ratio_difference(ratio, ratio, Worlds::kSame)->mean, 0.0);
  EXPECT_EQ(paired_ratio_difference(ratio, ratio, Worlds::kSame)->interval, none);
  EXPECT_EQ(paired_count_difference(counts, counts, Worlds::kSame).interval, none);
  EXPECT_EQ(paired_rate_difference(rate, rate, 1e5, Worlds::kSame)->interval, none);
  const std::vector<double> never(3, 0.0);
  EXPECT_EQ(paired_count_difference(never, never, Worlds::kSame).interval, none);
  const RatioSeries nothing{never, bases};
  EXPECT_EQ(paired_ratio_difference(nothing, nothing, Worlds::kSame)->interval, none);
}

TEST(PairedDifference, NeedsPairs) {
  const std::vector<double> two{1.0, 2.0}, three{1.0, 2.0, 3.0}, half{0.5, 1.0};
  EXPECT_THROW(paired_difference(two, three), std::invalid_argument);
  EXPECT_THROW(paired_ratio_difference({two, two}, {three, three}, Worlds::kDifferent),
               std::invalid_argument);
  EXPECT_THROW(paired_count_difference(half, two, Worlds::kDifferent), std::invalid_argument);
  EXPECT_FALSE(paired_difference(std::vector{1.0}, std::vector{2.0}).interval);
}

TEST(PairedCounts, ThatNeverChangedAreBoundedByTheNumberOfEventsSeen) {
  const std::vector<double> few{1.0, 0.0, 2.0}, many{30.0, 31.0, 29.0};
  const double bound = -std::log(0.05) / 3.0;
  const Estimate rare = paired_count_difference(few, few, Worlds::kDifferent);
  EXPECT_EQ(rare.mean, 0.0);
  EXPECT_DOUBLE_EQ(rare.interval->high, bound);
  EXPECT_DOUBLE_EQ(rare.interval->low, -bound);
  EXPECT_FALSE(is_real(rare));
  EXPECT_EQ(paired_count_difference(many, many, Worlds::kDifferent).interval, (Interval{0.0, 0.0}));
}

TEST(PairedCounts, ThatOnlyGrewAreRealFromSixOn) {
  // The sign test says the same: 2 / 2^6 = 3 %, 2 / 2^5 = 6 %.
  std::vector<double> base(20, 1.0), alternative = base;
  for (std::size_t i = 0; i < 5; ++i) alternative[i] += 1.0;
  EXPECT_FALSE(is_real(paired_count_difference(base, alternative, Worlds::kDifferent)));
  alternative[5] += 1.0;
  const Estimate six = paired_count_difference(base, alternative, Worlds::kDifferent);
  EXPECT_TRUE(is_real(six));
  EXPECT_TRUE(is_real(paired_count_difference(alternative, base, Worlds::kDifferent)));
  // 6 of Poisson: 2.202 to 13.06; none: 0 to 3.689 (Garwood 1936). Wider than Student's above.
  EXPECT_NEAR(six.interval->high, (6.0 + (13.06 - 6.0)) / 20.0, 2e-4);
}

TEST(PairedRatios, HaveTheLinearisedResidualsOfBothSides) {
  // Ratio 1/2 with residuals 0 before; after, 3/5 with residuals 1 - 1.2, 2 - 1.2, 3 - 3.6.
  const std::vector<double> a{1.0, 2.0, 3.0}, b{2.0, 4.0, 6.0};
  const std::vector<double> c{1.0, 2.0, 3.0}, d{2.0, 2.0, 6.0};
  const auto estimate = paired_ratio_difference({a, b}, {c, d}, Worlds::kDifferent);
  EXPECT_DOUBLE_EQ(estimate->mean, 0.6 - 0.5);
  const double scale = 3.0 / 10.0;
  const double squares = scale * scale * (0.04 + 0.64 + 0.36);
  EXPECT_NEAR(estimate->interval->high, 0.1 + kT2 * std::sqrt(squares / 2.0 / 3.0), 1e-9);
  EXPECT_NEAR(estimate->interval->low, 0.1 - kT2 * std::sqrt(squares / 2.0 / 3.0), 1e-9);
}

TEST(PairedRatios, WithEqualBasesAreThePairedDifferenceOfTheQuotients) {
  const std::vector<double> a{1.5, 2.25, 3.0, 1.0}, c{2.5, 2.0, 4.0, 1.0}, base(4, 8.0);
  const auto ratio = paired_ratio_difference({a, base}, {c, base}, Worlds::kDifferent);
  const Estimate plain = paired_difference(a, c);
  EXPECT_NEAR(ratio->mean, plain.mean / 8.0, 1e-15);
  EXPECT_NEAR(ratio->interval->low, plain.interval->low / 8.0, 1e-15);
  EXPECT_NEAR(ratio->interval->high, plain.interval->high / 8.0, 1e-15);
}

TEST(PairedRatios, SayNothingOfNothing) {
  const std::vector<double> zeros(3, 0.0), ones(3, 1.0);
  EXPECT_FALSE(paired_ratio_difference({ones, zeros}, {ones, ones}, Worlds::kDifferent));
  EXPECT_FALSE(paired_rate_difference({ones, ones}, {zeros, zeros}, 1.0, Worlds::kDifferent));
  EXPECT_FALSE(paired_ratio_difference({zeros, ones}, {zeros, ones}, Worlds::kDifferent)->interval);
}

TEST(PairedRates, WithEqualExposuresAreCountsPerExposure) {
  const std::vector<double> base{0.0, 3.0, 1.0}, alternative{1.0, 3.0, 1.0}, scans(3, 50.0);
  const auto rate =
      paired_rate_difference({base, scans}, {alternative, scans}, 1e5, Worlds::kDifferent);
  const Estimate count = paired_count_difference(base, alternative, Worlds::kDifferent);
  EXPECT_NEAR(rate->mean, count.mean * 2000.0, 1e-9);
  EXPECT_NEAR(rate->interval->low, count.interval->low * 2000.0, 1e-9);
  EXPECT_NEAR(rate->interval->high, count.interval->high * 2000.0, 1e-9);
}

}  // namespace
}  // namespace fieldtwin

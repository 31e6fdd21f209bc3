#include "metrics/statistics/log_linear_histogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <vector>

#include "metrics/statistics/order_statistics.hpp"

namespace fieldtwin {
namespace {

/// Values between 10^from and 10^to, evenly in the logarithm, a few of them 0.
std::vector<double> random_values(std::uint64_t seed, std::size_t n, double from, double to) {
  std::mt19937_64 bits(seed);
  const auto uniform = [&] { return static_cast<double>(bits() >> 11) * 0x1p-53; };
  std::vector<double> values(n);
  for (double& value : values) {
    value = uniform() < 0.02 ? 0.0 : std::pow(10.0, from + (to - from) * uniform());
  }
  return values;
}

LogLinearHistogram histogram_of(std::span<const double> values) {
  LogLinearHistogram histogram;
  for (const double value : values) histogram.record(value);
  return histogram;
}

TEST(LogLinearHistogram, EmptyHasNoMeanAndNoQuantile) {
  const LogLinearHistogram histogram;
  EXPECT_EQ(histogram.count(), 0u);
  EXPECT_EQ(histogram.sum(), 0.0);
  EXPECT_FALSE(histogram.mean());
  EXPECT_FALSE(histogram.quantile(0.5));
  EXPECT_TRUE(histogram.buckets().empty());
}

TEST(LogLinearHistogram, QuantilesAreWithinOnePercentOfTheSortedValues) {
  struct Range {
    double from, to;
  };
  for (const auto& [from, to] : {Range{-6, 9}, Range{-1, 1}, Range{0, 0.02}, Range{2, 5}}) {
    for (const std::size_t n : {1u, 2u, 17u, 5000u}) {
      std::vector<double> values = random_values(n, n, from, to);
      const LogLinearHistogram histogram = histogram_of(values);
      std::ranges::sort(values);
      for (const double p : {0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const double exact = values[quantile_rank(p, n) - 1];
        EXPECT_NEAR(*histogram.quantile(p), exact,
                    LogLinearHistogram::kRelativeError * exact + 1e-6)
            << p << " of " << n;
      }
    }
  }
  static_assert(LogLinearHistogram::kRelativeError <= 0.01);
}

TEST(LogLinearHistogram, QuantileKeepsItsRelativeErrorAtBucketEdges) {
  for (double value = LogLinearHistogram::kSmallest; value < LogLinearHistogram::kLimit;
       value *= 1.0 + 1.0 / 256.0) {
    for (const double edge : {value, std::nextafter(value, 0.0)}) {
      if (edge < LogLinearHistogram::kSmallest) continue;
      LogLinearHistogram histogram;
      histogram.record(edge);
      EXPECT_NEAR(*histogram.quantile(0.5), edge, LogLinearHistogram::kRelativeError * edge);
      const auto bucket = histogram.buckets().at(0);
      EXPECT_TRUE(bucket.low() <= edge && edge < bucket.high()) << edge;
    }
  }
}

TEST(LogLinearHistogram, SumIsExactToTheStep) {
  const std::vector<double> values = random_values(4, 20'000, -6, 6);
  long double steps = 0.0;
  for (const double value : values) steps += std::floor(value * 0x1p30 + 0.5);
  const LogLinearHistogram histogram = histogram_of(values);
  EXPECT_DOUBLE_EQ(histogram.sum(), static_cast<double>(steps * 0x1p-30L));
  EXPECT_DOUBLE_EQ(*histogram.mean(), histogram.sum() / 20'000.0);
  EXPECT_NEAR(histogram.sum(), std::accumulate(values.begin(), values.end(), 0.0), 0.01);
}

TEST(LogLinearHistogram, SumCarriesBeyond64Bits) {
  LogLinearHistogram histogram;
  for (int i = 0; i < 100; ++i) histogram.record(4e9);  // 2^62 steps each
  EXPECT_DOUBLE_EQ(histogram.sum(), 4e11);
  EXPECT_GT(histogram.exact_sum().high, 0u);
  LogLinearHistogram twice = histogram;
  twice.merge(histogram);
  EXPECT_DOUBLE_EQ(twice.sum(), 8e11);
  twice.merge(twice);
  EXPECT_DOUBLE_EQ(twice.sum(), 16e11);
  EXPECT_EQ(twice.count(), 400u);
}

TEST(LogLinearHistogram, MergesInAnyOrderIntoTheSameBits) {
  const std::vector<double> values = random_values(9, 3000, -6, 9);
  std::vector<LogLinearHistogram> parts;
  for (std::size_t i = 0; i < 30; ++i) {
    parts.push_back(histogram_of(std::span(values).subspan(i * 100, 100)));
  }
  parts.emplace_back();
  const LogLinearHistogram whole = histogram_of(values);
  std::mt19937_64 bits(1);
  for (int trial = 0; trial < 20; ++trial) {
    for (std::size_t i = parts.size(); i > 1; --i) std::swap(parts[i - 1], parts[bits() % i]);
    const std::size_t half = bits() % parts.size();
    LogLinearHistogram left, right;
    for (std::size_t i = 0; i < parts.size(); ++i) (i < half ? left : right).merge(parts[i]);
    left.merge(right);
    EXPECT_EQ(left, whole);
    EXPECT_EQ(left.sum(), whole.sum());
  }
}

TEST(LogLinearHistogram, BucketsAreSortedDisjointAndComplete) {
  const LogLinearHistogram histogram = histogram_of(random_values(2, 4000, -7, 9));
  const auto buckets = histogram.buckets();
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    EXPECT_GT(buckets[i].count, 0u);
    EXPECT_LT(buckets[i].low(), buckets[i].high());
    if (i > 0) {
      EXPECT_LE(buckets[i - 1].high(), buckets[i].low());
    }
    total += buckets[i].count;
  }
  EXPECT_EQ(total, histogram.count());
}

TEST(LogLinearHistogram, ComesBackFromItsBuckets) {
  for (const std::size_t n : {0u, 1u, 4000u}) {
    const LogLinearHistogram histogram = histogram_of(random_values(2, n, -7, 9));
    const auto buckets = histogram.buckets();
    EXPECT_EQ(LogLinearHistogram(buckets, histogram.exact_sum()), histogram);
  }
}

TEST(LogLinearHistogram, BoundsOfABucketAreThoseOfItsNumber) {
  for (const double value : {0x1p-20, 1e-5, 0.1, 1.0, 1.0 / 3.0, 7.0, 90.0, 4e9}) {
    LogLinearHistogram histogram;
    histogram.record(value);
    const LogLinearHistogram::Bucket bucket = histogram.buckets().at(0);
    EXPECT_LE(bucket.low(), value);
    EXPECT_LT(value, bucket.high());
    const int b = static_cast<int>(bucket.number);
    EXPECT_EQ(bucket.low(), std::ldexp(64 + (b - 1) % 64, (b - 1) / 64 - 26));
    EXPECT_EQ(bucket.high(), std::ldexp(64 + b % 64, b / 64 - 26));
  }
}

TEST(LogLinearHistogram, RefusesBucketsThatAreNotItsOwn) {
  using Bucket = LogLinearHistogram::Bucket;
  const auto build = [](Bucket bucket) { return LogLinearHistogram(std::span(&bucket, 1), {}); };
  constexpr std::uint32_t kLast = 52 * 64;  // from 2^-20 to 2^32
  EXPECT_EQ(build({0, 3}).count(), 3u);
  EXPECT_EQ(build({kLast, 3}).count(), 3u);
  EXPECT_EQ(build({kLast, 3}).buckets().at(0).high(), LogLinearHistogram::kLimit);
  EXPECT_THROW(build({kLast + 1, 3}), std::invalid_argument);
  EXPECT_THROW(build({1, 0}), std::invalid_argument);
}

TEST(LogLinearHistogram, RefusesWhatItCannotCountAndStaysAsItWas) {
  LogLinearHistogram histogram;
  histogram.record(1.0);
  const LogLinearHistogram before = histogram;
  for (const double value : {-1.0, -1e-9, std::nan(""), std::numeric_limits<double>::infinity(),
                             LogLinearHistogram::kLimit}) {
    EXPECT_THROW(histogram.record(value), std::invalid_argument) << value;
  }
  EXPECT_EQ(histogram, before);
  EXPECT_THROW(histogram.quantile(1.5), std::invalid_argument);
}

TEST(LogLinearHistogram, TinyValuesAndZerosCountAsZero) {
  LogLinearHistogram histogram;
  histogram.record(0.0);
  histogram.record(-0.0);
  histogram.record(5e-7);
  histogram.record(2.0);
  EXPECT_EQ(histogram.count(), 4u);
  EXPECT_EQ(histogram.quantile(0.75), 0.0);
  EXPECT_NEAR(*histogram.quantile(0.76), 2.0, 0.02);
  EXPECT_EQ(histogram.buckets().at(0), (LogLinearHistogram::Bucket{0, 3}));
  EXPECT_NEAR(histogram.sum(), 2.0 + 5e-7, 1e-9);
}

}  // namespace
}  // namespace fieldtwin

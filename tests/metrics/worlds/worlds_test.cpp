#include "metrics/worlds/worlds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace fieldtwin {
namespace {

WorldMetric metric_of(const std::vector<double>& values) {
  return {mean_with_t_interval(values), values};
}

TEST(SampleQuantile, InterpolatesTheOrderStatistics) {
  EXPECT_EQ(sample_quantile({3.0, 1.0, 2.0}, 0.5), 2.0);
  EXPECT_EQ(sample_quantile({3.0, 1.0, 2.0}, 0.0), 1.0);
  EXPECT_EQ(sample_quantile({3.0, 1.0, 2.0}, 1.0), 3.0);
  EXPECT_DOUBLE_EQ(sample_quantile({1.0, 2.0, 3.0, 4.0}, 0.25), 1.75);
}

TEST(Bands, OfAFewWorldsReachFromTheLowestToTheHighest) {
  const WorldMetric base = metric_of({4.0, 6.0});
  const auto bands = bands_of(base, {metric_of({1.0, 3.0}), metric_of({8.0, 8.0})});
  ASSERT_TRUE(bands);
  EXPECT_EQ(bands->as_assumed->mean, 5.0);
  EXPECT_EQ(bands->median, 5.0);
  EXPECT_EQ(bands->ignorance.low, 2.0);
  EXPECT_EQ(bands->ignorance.high, 8.0);
}

TEST(Bands, NeedTwoWorldsInWhichTheMetricApplies) {
  const WorldMetric base = metric_of({4.0, 6.0});
  EXPECT_FALSE(bands_of(base, {metric_of({1.0, 3.0}), {std::nullopt, std::nullopt}}));
}

TEST(Bands, OfWorldsThatDifferByLuckAloneHaveNoIgnorance) {
  // The same two numbers in every world: the worlds' means are equal.
  std::vector<WorldMetric> worlds(50, metric_of({1.0, 5.0}));
  EXPECT_EQ(bands_of(worlds.front(), worlds)->ignorance_share, 0.0);
}

TEST(Bands, TellTheTwoPartsOfTheVariance) {
  // A world's mean is uniform in [0, 12] (variance 12), its luck uniform in [-6, 6] (variance 12).
  std::mt19937_64 random(3);
  const auto uniform = [&random] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  std::vector<WorldMetric> worlds;
  constexpr int kWorlds = 2000;
  for (int i = 0; i < kWorlds; ++i) {
    std::vector<double> values(4);
    const double mean = 12.0 * (i + 0.5) / kWorlds;
    for (double& value : values) value = mean + 12.0 * (uniform() - 0.5);
    worlds.push_back(metric_of(values));
  }
  const auto bands = bands_of(worlds.front(), worlds);
  ASSERT_TRUE(bands && bands->ignorance_share);
  EXPECT_NEAR(*bands->ignorance_share, 0.5, 0.02);
  EXPECT_NEAR(bands->median, 6.0, 0.4);
}

TEST(Bands, OfSingleReplicationsDoNotTellLuckFromIgnorance) {
  const auto bands = bands_of(metric_of({4.0}), {metric_of({1.0}), metric_of({3.0})});
  ASSERT_TRUE(bands);
  EXPECT_FALSE(bands->ignorance_share);
  EXPECT_FALSE(bands->as_assumed->interval);
}

}  // namespace
}  // namespace fieldtwin

#include "metrics/statistics/order_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace fieldtwin {
namespace {

TEST(QuantileRank, IsTheSmallestRankThatHoldsTheShare) {
  EXPECT_EQ(quantile_rank(0.0, 10), 1u);
  EXPECT_EQ(quantile_rank(0.5, 10), 5u);
  EXPECT_EQ(quantile_rank(0.51, 10), 6u);
  EXPECT_EQ(quantile_rank(1.0, 10), 10u);
  EXPECT_EQ(quantile_rank(0.07, 100), 7u);  // 0.07 * 100 > 7 in binary
  for (std::uint64_t k = 1; k <= 1000; ++k) {
    EXPECT_EQ(quantile_rank(static_cast<double>(k) / 1000.0, 1000), k);
  }
  EXPECT_THROW(quantile_rank(1.01, 10), std::invalid_argument);
  EXPECT_THROW(quantile_rank(std::nan(""), 10), std::invalid_argument);
}

TEST(QuantileRankInterval, ReproducesTheTableOfTheMedian) {
  // 95 % ranks of the median: Campbell & Gardner (1988), British Medical Journal 296, 1454; Altman
  // et al. (2000), Statistics with Confidence, table 18.4.
  struct Row {
    std::size_t n, low, high;
  };
  for (const auto& [n, low, high] :
       {Row{6, 1, 6}, Row{9, 2, 8}, Row{10, 2, 9}, Row{12, 3, 10}, Row{14, 3, 12}, Row{15, 4, 12},
        Row{17, 5, 13}, Row{20, 6, 15}, Row{30, 10, 21}, Row{50, 18, 33}, Row{100, 40, 61}}) {
    EXPECT_EQ(quantile_rank_interval(n, 0.5), (RankInterval{low, high})) << n;
  }
  EXPECT_FALSE(quantile_rank_interval(5, 0.5));
  EXPECT_FALSE(quantile_rank_interval(0, 0.5));
}

TEST(QuantileRankInterval, IsTheNarrowestWithHalfTheErrorOnEachSide) {
  for (const std::size_t n : {40u, 83u, 200u}) {
    for (const double p : {0.1, 0.5, 0.75, 0.9}) {
      std::vector<double> below(n + 1);  // P(exactly k values lie below the quantile)
      below[0] = std::pow(1.0 - p, static_cast<double>(n));
      for (std::size_t k = 1; k <= n; ++k) {
        below[k] =
            below[k - 1] * static_cast<double>(n - k + 1) / static_cast<double>(k) * p / (1.0 - p);
      }
      std::size_t low = 0;
      for (double tail = below[0]; tail <= 0.025; tail += below[low]) ++low;
      std::size_t high = n + 1;
      for (double tail = below[n]; tail <= 0.025; tail += below[high - 1]) --high;
      const auto ranks = quantile_rank_interval(n, p);
      if (low == 0 || high == n + 1) {
        EXPECT_FALSE(ranks) << n << " " << p;
      } else {
        EXPECT_EQ(ranks, (RankInterval{low, high})) << n << " " << p;
      }
    }
  }
}

TEST(QuantileOverReplications, PicksOrderStatistics) {
  const std::vector<double> values{5, 3, 9, 1, 7, 2, 8, 10, 4, 6};
  const QuantileEstimate median = quantile_over_replications(values, 0.5);
  EXPECT_EQ(median.quantile, 5.0);
  EXPECT_EQ(median.n, 10u);
  EXPECT_EQ(median.interval, (Interval{2.0, 9.0}));
  EXPECT_FALSE(quantile_over_replications(values, 0.95).interval);
}

TEST(QuantileOverReplications, RefusesWhatIsNotData) {
  const std::vector<double> infinite{1.0, std::numeric_limits<double>::infinity()};
  EXPECT_THROW(quantile_over_replications({}, 0.5), std::invalid_argument);
  EXPECT_THROW(quantile_over_replications(infinite, 0.5), std::invalid_argument);
  EXPECT_THROW(quantile_rank_interval(10, 1.0), std::invalid_argument);
  EXPECT_THROW(quantile_rank_interval(10, 0.5, 1.0), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

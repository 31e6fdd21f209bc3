#include "metrics/statistics/jackknife.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace fieldtwin {
namespace {

std::optional<std::vector<double>> mean_without(const std::vector<double>& values, std::size_t from,
                                                std::size_t until) {
  double sum = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += i >= from && i < until ? 0.0 : values[i];
  return std::vector{sum / static_cast<double>(values.size() - (until - from))};
}

TEST(Jackknife, OfAMeanIsStudentsInterval) {
  const std::vector<double> values{3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0};
  const auto intervals =
      jackknife_intervals(*mean_without(values, 0, 0), values.size(),
                          [&](auto from, auto until) { return mean_without(values, from, until); });
  const Interval expected = *mean_with_t_interval(values).interval;
  ASSERT_TRUE(intervals);
  EXPECT_NEAR(intervals->front().low, expected.low, 1e-12);
  EXPECT_NEAR(intervals->front().high, expected.high, 1e-12);
}

TEST(Jackknife, OfManyReplicationsTakesThemInBlocks) {
  std::size_t calls = 0, spared = 0;
  const auto intervals = jackknife_intervals({0.0}, 103, [&](std::size_t from, std::size_t until) {
    ++calls;
    spared += until - from;
    return std::optional(std::vector{static_cast<double>(from)});
  });
  EXPECT_TRUE(intervals);
  EXPECT_EQ(calls, 20u);
  EXPECT_EQ(spared, 103u);
}

TEST(Jackknife, NeedsTwoReplicationsOfWhichEachCanBeSpared) {
  const auto fine = [](auto, auto) { return std::optional(std::vector{1.0}); };
  EXPECT_FALSE(jackknife_intervals({1.0}, 1, fine));
  EXPECT_TRUE(jackknife_intervals({1.0}, 2, fine));
  const WithoutBlock none_left = [](auto, auto) { return std::nullopt; };
  EXPECT_FALSE(jackknife_intervals({1.0}, 9, none_left));
}

TEST(Jackknife, CoversARatioInNinetyFiveStudiesOfAHundred) {
  std::mt19937_64 random(99);
  const auto normal = [&random](double mean) {
    // A sum of 12 uniform numbers: normal enough, and the same with every standard library.
    double sum = mean - 6.0;
    for (int i = 0; i < 12; ++i) sum += static_cast<double>(random() >> 11) * 0x1p-53;
    return sum;
  };
  int covered = 0;
  for (int study = 0; study < 1000; ++study) {
    std::vector<double> a(15), b(15);
    for (std::size_t i = 0; i < a.size(); ++i) {
      b[i] = normal(20.0);
      a[i] = 0.3 * b[i] + normal(4.0);
    }
    const auto log_ratio = [&](std::size_t from, std::size_t until) {
      const double above = mean_without(a, from, until)->front();
      return std::optional(std::vector{std::log(above / mean_without(b, from, until)->front())});
    };
    const auto intervals = jackknife_intervals(*log_ratio(0, 0), a.size(), log_ratio);
    const double truth = std::log(10.0 / 20.0);
    covered += intervals->front().low <= truth && truth <= intervals->front().high ? 1 : 0;
  }
  EXPECT_GE(covered, 930);
  EXPECT_LE(covered, 970);
}

}  // namespace
}  // namespace fieldtwin

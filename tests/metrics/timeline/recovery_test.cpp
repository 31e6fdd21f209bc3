#include "metrics/timeline/recovery.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace fieldtwin {
namespace {

constexpr double kBin = 900.0;

std::vector<double> begins(std::size_t bins) {
  std::vector<double> out;
  for (std::size_t i = 0; i < bins; ++i) out.push_back(kBin * static_cast<double>(i));
  return out;
}

using Means = std::vector<std::optional<double>>;

TEST(RecoveryOf, IsTheFirstBinFromWhichItStaysOrdinaryForAnHour) {
  const Means ever(12, 1.0);
  const std::vector<double> band(12, 0.1);
  const RecoveryWindow window{begins(12), 3 * kBin};
  // Ordinary at once.
  EXPECT_EQ(recovery_of(ever, ever, band, window), 0.0);
  // A peak that is gone two bins after the end.
  const Means peak{1.0, 5.0, 5.0, 5.0, 2.0, 1.05, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
  EXPECT_EQ(recovery_of(peak, ever, band, window), 2 * kBin);
  // Back for half an hour only, at first.
  const Means twice{1.0, 5.0, 5.0, 1.0, 1.0, 5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
  EXPECT_EQ(recovery_of(twice, ever, band, window), 3 * kBin);
  // Too few is as far from ordinary as too many.
  const Means low{1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
  EXPECT_EQ(recovery_of(low, ever, band, window), kBin);
}

TEST(RecoveryOf, IsNothingIfItNeverComes) {
  const Means ever(6, 1.0), never(6, 3.0);
  EXPECT_EQ(recovery_of(never, ever, std::vector<double>(6, 0.1), {begins(6), kBin}), std::nullopt);
}

TEST(RecoveryOf, CountsFromAnEndInTheMiddleOfABin) {
  const Means ever(6, 1.0);
  EXPECT_EQ(recovery_of(ever, ever, std::vector<double>(6, 0.1), {begins(6), kBin + 300.0}), 600.0);
}

TEST(MeanCourse, IsTheQuotientOfSums) {
  const Course course{{{1.0, 3.0}, {0.0, 0.0}}, {{2.0, 2.0}, {0.0, 0.0}}};
  const std::vector<std::size_t> both{0, 1}, second_twice{1, 1};
  EXPECT_EQ(mean_course(course, both)[0], 1.0);
  EXPECT_EQ(mean_course(course, second_twice)[0], 1.5);
  EXPECT_EQ(mean_course(course, both)[1], std::nullopt) << "nobody waited";
}

TEST(NormalBand, IsTwiceTheStandardDeviationAndNeverTooNarrow) {
  const Course course{{{9.0, 11.0}, {10.0, 10.0}}, {}};
  const auto band = normal_band(course);
  EXPECT_DOUBLE_EQ(band[0], 2.0 * std::sqrt(2.0));
  EXPECT_DOUBLE_EQ(band[1], 0.5);
}

/// A queue that a fault makes longer, and that falls by as much a bin afterwards, with a little
/// luck in each replication.
Course queue(std::size_t replications, double height) {
  Course course;
  for (std::size_t bin = 0; bin < 40; ++bin) {
    const double excess =
        bin < 10 ? 0.0 : std::max(0.0, height - (static_cast<double>(bin) - 10.0));
    std::vector<double> values;
    for (std::size_t r = 0; r < replications; ++r) {
      values.push_back(5.0 + excess + 0.4 * std::sin(static_cast<double>(7 * r + bin)));
    }
    course.above.push_back(values);
  }
  return course;
}

TEST(RecoveryWithInterval, HoldsTheTimeThatTheQueueTakes) {
  const RecoveryWindow window{begins(40), 10 * kBin};
  const auto recovery = recovery_with_interval(queue(30, 8.0), queue(30, 0.0), window, 30);
  ASSERT_TRUE(recovery.seconds);
  EXPECT_NEAR(*recovery.seconds, 8.0 * kBin, kBin);
  ASSERT_TRUE(recovery.interval);
  EXPECT_LE(recovery.interval->low, *recovery.seconds);
  EXPECT_GE(recovery.interval->high, *recovery.seconds);
  EXPECT_EQ(recovery_with_interval(queue(1, 8.0), queue(1, 0.0), window, 1).interval, std::nullopt);
}

TEST(RecoveryWithInterval, IsZeroWithoutADifference) {
  const RecoveryWindow window{begins(40), 10 * kBin};
  const auto recovery = recovery_with_interval(queue(20, 0.0), queue(20, 0.0), window, 20);
  EXPECT_EQ(recovery.seconds, 0.0);
  EXPECT_EQ(recovery.interval, (Interval{0.0, 0.0}));
}

}  // namespace
}  // namespace fieldtwin

#include "metrics/statistics/stopping.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {
namespace {

/// Runs the rule on a ratio that is known for every n; returns the rule when it has stopped.
StoppingRule run(const std::function<double(std::size_t)>& ratio) {
  StoppingRule rule;
  while (!rule.has_stopped()) rule.tell(ratio(rule.ask()));
  return rule;
}

TEST(LookAhead, IsThePapersFivePerHundred) {
  EXPECT_EQ(look_ahead(3), 5u);
  EXPECT_EQ(look_ahead(100), 5u);
  EXPECT_EQ(look_ahead(119), 5u);
  EXPECT_EQ(look_ahead(120), 6u);
  EXPECT_EQ(look_ahead(1000), 50u);
}

TEST(NextLook, AddsHalfOfWhatSeemsToBeLacking) {
  EXPECT_EQ(next_look(10, 1.01), 15u);
  EXPECT_EQ(next_look(100, std::sqrt(1.6)), 130u);
  EXPECT_EQ(next_look(100, 7.0), 200u);
  EXPECT_EQ(next_look(100, std::numeric_limits<double>::infinity()), 200u);
  EXPECT_EQ(next_look(100, std::nan("")), 200u);
}

TEST(StoppingRule, StopsAtTheEndOfTheFirstLookAheadIfThePrecisionLasts) {
  const StoppingRule rule = run([](auto) { return 0.5; });
  EXPECT_EQ(rule.reached_at(), 10u);
  EXPECT_EQ(rule.ask(), 15u);
}

TEST(StoppingRule, IsNotTakenInByAPrecisionThatDoesNotLast) {
  const StoppingRule rule = run([](std::size_t n) { return n == 13 ? 1.1 : n < 10 ? 2.0 : 0.9; });
  EXPECT_GT(rule.reached_at(), 13u);
  EXPECT_EQ(rule.ask(), rule.reached_at() + 5);
}

TEST(StoppingRule, GoesOnAsLongAsItIsTold) {
  StoppingRule rule;
  EXPECT_EQ(rule.batch_end(), 10u);
  rule.tell(1.05);
  EXPECT_EQ(rule.ask(), 15u);
  EXPECT_EQ(rule.batch_end(), 15u);
  rule.tell(1.0);
  EXPECT_EQ(rule.ask(), 16u);
  EXPECT_EQ(rule.batch_end(), 20u);
  for (std::size_t n = 16; n <= 20; ++n) rule.tell(0.99);
  EXPECT_TRUE(rule.has_stopped());
  EXPECT_EQ(rule.reached_at(), 15u);
  EXPECT_THROW(rule.tell(0.5), std::logic_error);
}

TEST(StoppingRule, ComesWithinALookAheadAndAHalfOfWhatIsNeeded) {
  for (const double needed : {12.0, 40.0, 333.0, 5000.0}) {
    const StoppingRule rule =
        run([&](std::size_t n) { return std::sqrt(needed / static_cast<double>(n)); });
    EXPECT_GE(static_cast<double>(rule.reached_at()), needed);
    EXPECT_LE(static_cast<double>(rule.reached_at()), 1.06 * needed + 5.0) << needed;
  }
}

/// What a run to a precision of 10 % says of exponential replications of mean 1.
struct Covered {
  double share;
  double replications;
};

Covered exponential_runs(std::size_t patience) {
  constexpr int kRuns = 1500;
  std::mt19937_64 bits(2026);
  Covered covered{0.0, 0.0};
  for (int run = 0; run < kRuns; ++run) {
    std::vector<double> values;
    const auto estimate_of = [&](std::size_t n) {
      while (values.size() < n) {
        values.push_back(-std::log((static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53));
      }
      return mean_with_t_interval(std::span(values).first(n));
    };
    const auto ratio = [&](std::size_t n) {
      const Estimate e = estimate_of(n);
      return (e.interval->high - e.mean) / (0.1 * e.mean);
    };
    std::size_t n = 3;
    if (patience == 0) {
      while (ratio(n) > 1.0) ++n;
    } else {
      StoppingRule rule;
      while (!rule.has_stopped()) rule.tell(ratio(rule.ask()));
      n = rule.ask();
    }
    const Estimate e = estimate_of(n);
    covered.share += e.interval->low <= 1.0 && 1.0 <= e.interval->high ? 1.0 / kRuns : 0.0;
    covered.replications += static_cast<double>(n) / kRuns;
  }
  return covered;
}

TEST(StoppingRule, CoversNearlyAsPromisedAndBetterThanStoppingAtOnce) {
  const Covered at_once = exponential_runs(0);
  const Covered guarded = exponential_runs(5);
  EXPECT_GE(guarded.share, 0.93);
  EXPECT_GT(guarded.share, at_once.share + 0.01);
  EXPECT_NEAR(guarded.replications, 385.0 * 1.05, 40.0);  // (1.96 / 0.1)^2, and the look-ahead
}

}  // namespace
}  // namespace fieldtwin

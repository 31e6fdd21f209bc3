#include "metrics/capacity/capacity_search.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {
namespace {

ServiceLevel asked(std::string_view text) {
  return std::get<ServiceLevel>(parse_service_level(text));
}

/// A system whose metric is 100 times the load, give or take luck of its own in each replication,
/// the same at all loads.
MeasureAtLoad proportional(std::uint64_t seed, double noise) {
  return [seed, noise](double load, std::uint32_t replications, double confidence) {
    std::vector<double> values;
    for (std::uint32_t r = 0; r < replications; ++r) {
      const double luck = normal_quantile(Draws(seed, r).uniform(Decision::kTest, 0));
      values.push_back(100.0 * load * (1.0 + noise * luck));
    }
    return std::vector<std::optional<Estimate>>{mean_with_t_interval(values, confidence)};
  };
}

TEST(Capacity, FindsTheLargestLoad) {
  const CapacityQuestion question{.level = asked("latency.answer_s.p95<=350")};
  const CapacityAnswer answer = search_capacity(question, proportional(1, 0.0));
  EXPECT_EQ(answer.outcome, CapacityAnswer::Outcome::kFound);
  EXPECT_LE(answer.value.value(), 3.5);
  EXPECT_GT(answer.value.value(), 3.46);
  EXPECT_EQ(answer.sure, answer.value);  // without luck there is no doubt
  EXPECT_GT(answer.bound.value(), 3.5);
  EXPECT_TRUE(is_monotone(answer, Effect::kHarder));
  EXPECT_LT(answer.points.size(), 25u);
}

TEST(Capacity, FindsTheFewestServers) {
  const CapacityQuestion question{.level = asked("latency.answer_s.p95<=10"),
                                  .effect = Effect::kEasier,
                                  .steps = Steps::kWhole,
                                  .start = 3.0};
  const auto measure = [](double servers, std::uint32_t n, double) {
    return std::vector<std::optional<Estimate>>{Estimate{1000.0 / servers, std::nullopt, n}};
  };
  const CapacityAnswer answer = search_capacity(question, measure);
  EXPECT_EQ(answer.value, 100.0);
  EXPECT_EQ(answer.sure, 100.0);
  EXPECT_EQ(answer.bound, 99.0);
}

TEST(Capacity, SaysWhereItHoldsNowhereOrEverywhere) {
  CapacityQuestion question{.level = asked("latency.answer_s.p95<=350"), .from = 4.0, .to = 8.0};
  const CapacityAnswer never = search_capacity(question, proportional(1, 0.0));
  EXPECT_EQ(never.outcome, CapacityAnswer::Outcome::kNeverHolds);
  EXPECT_FALSE(never.value.has_value());
  EXPECT_FALSE(never.sure.has_value());
  question.from = 0.5;
  question.to = 2.0;
  const CapacityAnswer always = search_capacity(question, proportional(1, 0.0));
  EXPECT_EQ(always.outcome, CapacityAnswer::Outcome::kAlwaysHolds);
  EXPECT_NEAR(always.value.value(), 2.0, 0.02);
  EXPECT_FALSE(always.bound.has_value());
}

TEST(Capacity, SpendsReplicationsWhereChanceLeavesItOpen) {
  const CapacityQuestion question{.level = asked("latency.answer_s.p95<=350"),
                                  .fewest_replications = 5,
                                  .most_replications = 40};
  const CapacityAnswer answer = search_capacity(question, proportional(3, 0.1));
  EXPECT_EQ(answer.points.front().replications, 5u);
  for (const CapacityPoint& point : answer.points) {
    const bool open = point.certainty == CapacityPoint::Certainty::kOpen;
    EXPECT_TRUE(!open || point.replications == 40u) << point.value;
  }
  EXPECT_LT(answer.sure.value(), answer.value.value());
  EXPECT_GT(answer.bound.value(), answer.value.value());
}

// The true crossing is at 3.5. Of 600 studies a 95 % interval misses it in 30, give or take 11 at
// two standard deviations.
TEST(Capacity, IntervalHoldsTheTrueCrossing) {
  const CapacityQuestion question{.level = asked("latency.answer_s.p95<=350"),
                                  .fewest_replications = 5,
                                  .most_replications = 20};
  int missed = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    const CapacityAnswer answer = search_capacity(question, proportional(seed, 0.1));
    if (answer.sure.value() > 3.5 || answer.bound.value() < 3.5) ++missed;
  }
  EXPECT_LE(missed, 41);
  EXPECT_GE(missed, 5);  // and is not far wider than it says
}

// A metric of which nothing happened breaks no bound.
TEST(Capacity, WhatNeverHappensHolds) {
  const CapacityQuestion question{.level = asked("ice.wait_s.p95<=10"), .to = 2.0};
  const auto nothing = [](double, std::uint32_t, double) {
    return std::vector<std::optional<Estimate>>{std::nullopt};
  };
  EXPECT_EQ(search_capacity(question, nothing).outcome, CapacityAnswer::Outcome::kAlwaysHolds);
}

TEST(Capacity, AllTermsHaveToHold) {
  const CapacityQuestion question{.level = asked("latency.answer_s.p95<=350 && ice.calls<=20")};
  const auto both = [](double load, std::uint32_t n, double) {
    return std::vector<std::optional<Estimate>>{Estimate{100.0 * load, std::nullopt, n},
                                                Estimate{10.0 * load, std::nullopt, n}};
  };
  EXPECT_NEAR(search_capacity(question, both).value.value(), 2.0, 0.02);
}

}  // namespace
}  // namespace fieldtwin

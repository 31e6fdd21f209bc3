/// Do the intervals of counted and of expected holds contain the truth as often as they say?

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "metrics/amounts.hpp"
#include "metrics/statistics/interval.hpp"
#include "outlook/many_circumstances.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

constexpr int kStudies = 1000;
constexpr double kPer100k = 1e5;
constexpr WrongfulKind kKind = WrongfulKind::kUsCitizen;

/// Whether a scan ends in a wrongful hold of a kind, and the probability that it does.
struct Scored {
  double held = 0.0;
  double expected = 0.0;
};

Scored score(const ManyCircumstances& world, std::uint64_t id, WrongfulKind kind) {
  const Circumstances c = world.at(id);
  const Standing standing = c.stop.person.standing();
  const auto counts = [&](HoldOrigin origin) {
    return flags_of(wrongful_kinds(origin, standing))[index_of(kind)];
  };
  Scored scored;
  const Outcome outcome = world.outlook().outcome(c);
  if (outcome.hold && counts(outcome.hold->origin)) scored.held = 1.0;
  const ExpectedHarm harm = world.outlook().expected(c);
  for (std::size_t origin = 0; origin < kHoldOrigins; ++origin) {
    if (!counts(static_cast<HoldOrigin>(origin))) continue;
    for (const auto& share : harm.holds[origin]) scored.expected += share.probability;
  }
  return scored;
}

bool contains(const std::optional<Estimate>& estimate, double truth) {
  return estimate->interval->low <= truth && truth <= estimate->interval->high;
}

/// Of 1,000 studies, how many intervals hold the true rate.
struct Coverage {
  int counted = 0;
  int expected = 0;
  double events = 0.0;  //!< in a study, on average
};

/// Studies of 30 replications of `least` scans or up to 40 more each.
Coverage coverage_of(const ManyCircumstances& world, double least) {
  constexpr std::uint64_t kReplications = 30;
  // The truth: the mean probability of a million other scans, known to less than one in a thousand.
  constexpr std::uint64_t kMany = 1'000'000, kFirst = std::uint64_t{1} << 40;
  double truth = 0.0;
  for (std::uint64_t id = 0; id < kMany; ++id) truth += score(world, kFirst + id, kKind).expected;
  truth *= kPer100k / static_cast<double>(kMany);

  Coverage coverage;
  std::uint64_t id = 0;
  std::vector<double> held(kReplications), scores(kReplications), scans(kReplications);
  for (int study = 0; study < kStudies; ++study) {
    for (std::size_t i = 0; i < kReplications; ++i) {
      held[i] = scores[i] = 0.0;
      scans[i] = least + static_cast<double>((id * 7919) % 41);
      for (double scan = 0.0; scan < scans[i]; scan += 1.0) {
        const Scored scored = score(world, id++, kKind);
        held[i] += scored.held;
        scores[i] += scored.expected;
      }
      coverage.events += held[i] / kStudies;
    }
    coverage.counted += contains(rate_estimate(held, scans, kPer100k), truth) ? 1 : 0;
    coverage.expected += contains(score_estimate(scores, scans, kPer100k), truth) ? 1 : 0;
  }
  std::printf("%.1f events a study: %d of %d intervals of the count hold the truth, %d expected\n",
              coverage.events, coverage.counted, kStudies, coverage.expected);
  return coverage;
}

TEST(RareHarm, IntervalsCoverTheTrueRateAsOftenAsTheySay) {
  const ManyCircumstances world(load_scenario("precinct-stress").scenario);
  const Coverage coverage = coverage_of(world, 40.0);
  EXPECT_GT(coverage.events, 60.0);
  EXPECT_GE(coverage.counted, 930);
  EXPECT_LE(coverage.counted, 970);
  EXPECT_GE(coverage.expected, 930);
  EXPECT_LE(coverage.expected, 970);
}

/// The interval of a few events holds the exact one, which is never too short and often too long.
/// That of their expectation knows no few events: its scores are many.
TEST(RareHarm, IntervalsOfFewEventsErrOnTheSafeSide) {
  const ManyCircumstances world(load_scenario("precinct", {"records.wrong.us_born=4 %"}).scenario);
  const Coverage coverage = coverage_of(world, 80.0);
  EXPECT_LT(coverage.events, 30.0);
  EXPECT_GE(coverage.counted, 930);
  EXPECT_GE(coverage.expected, 930);
  EXPECT_LE(coverage.expected, 970);
}

/// Rates at which nothing is seen in one study of a hundred up to nearly all: the bound of those
/// that saw nothing must hold the truth in 95 % of all studies.
TEST(RareHarm, BoundsStayHonestWhenNothingWasSeen) {
  const Draws draws(21, 0);
  const std::vector<double> scans(10, 100.0);
  for (const double in_a_study : {0.05, 0.5, 1.5, 3.2, 4.5}) {
    for (const double weight : {1.0, 0.3, 0.02}) {
      // A scan scores `weight` with so small a probability, and has a hold if `weight` says so.
      const double met = in_a_study / 1000.0;
      const double truth = met * weight;
      int missed_by_count = 0, missed_by_score = 0, none = 0;
      for (std::uint64_t study = 0; study < kStudies; ++study) {
        std::vector<double> held(10, 0.0), scores(10, 0.0);
        for (std::uint64_t scan = 0; scan < 1000; ++scan) {
          const std::uint64_t id = study * 1000 + scan;
          if (draws.uniform(Decision::kTest, id, 0) >= met) continue;
          scores[scan / 100] += weight;
          if (draws.uniform(Decision::kTest, id, 1) < weight) held[scan / 100] += 1.0;
        }
        const auto nothing = [](const std::vector<double>& values) {
          return std::ranges::all_of(values, [](double v) { return v == 0.0; });
        };
        const auto count = rate_estimate(held, scans, 1.0);
        const auto expected = score_estimate(scores, scans, 1.0);
        if (nothing(held)) missed_by_count += contains(count, truth) ? 0 : 1;
        if (nothing(scores)) missed_by_score += contains(expected, truth) ? 0 : 1;
        none += nothing(scores) ? 1 : 0;
        EXPECT_GT(expected->interval->high, 0.0);
      }
      EXPECT_LE(missed_by_count, 0.05 * kStudies) << in_a_study << ' ' << weight;
      EXPECT_LE(missed_by_score, 0.05 * kStudies) << in_a_study << ' ' << weight;
      EXPECT_GT(none, 0);
    }
  }
}

}  // namespace
}  // namespace fieldtwin

#include "agents/outlook/outlook.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <tuple>

#include "agents/world.hpp"
#include "outlook/many_circumstances.hpp"
#include "outlook/stressed_fortify.hpp"
#include "recorded_run.hpp"
#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

/// What differs between the outlook and what happened, over all answered scans of a replication.
struct Agreement {
  double answered = 0.0;
  double called = 0.0;
  double held = 0.0;
  double differ = 0.0;
};

bool same_time(Seconds a, Seconds b) {
  return std::abs((a - b).value()) < 1e-6;
}

bool same_hold(const Outcome& outcome, const std::optional<HoldRecord>& hold) {
  if (!outcome.hold || !hold) return !outcome.hold && !hold;
  return outcome.hold->origin == hold->origin && outcome.hold->decision == hold->decision &&
         outcome.course->end == hold->end && same_time(outcome.course->length(), hold->length) &&
         (outcome.course->federal > Seconds(0.0)) == hold->federal;
}

/// Whether the visit is what the officer's calls met, if any were made to their end.
bool same_visit(const DeskVisit& visit, const EncounterRecord& record) {
  const Step* const agent = find_step(record, StepKind::kAgent);
  if (agent != nullptr) return visit.reached == agent->time;
  return !visit.reached || *visit.reached >= record.ended;
}

bool agrees(const Outcome& outcome, const DeskVisit& visit, const EncounterRecord& record) {
  return outcome.result.match == record.match_truth &&
         outcome.result.shown.answer == record.app_answer && same_hold(outcome, record.hold) &&
         same_time(outcome.ended, record.ended) &&
         (outcome.prolonged_by > Seconds(0.0)) == record.prolonged &&
         same_time(outcome.prolonged_by, record.prolonged_by) &&
         (record.call_waits.empty() || same_visit(visit, record));
}

Agreement agreement(const Scenario& scenario, std::uint32_t replication) {
  const auto numbers = in_child([&] {
    const Draws draws(3, replication);
    const Scenario fixed = fix_for_replication(scenario, draws);
    Recording recording;
    std::vector<Circumstances> seen;
    World world(fixed, draws, recording, Expectation::kEachScan,
                [&](const Circumstances& c) { seen.push_back(c); });
    world.run();
    const auto records = recording.by_id();
    Agreement result;
    for (const auto& [id, record] : records) {
      result.answered += record.outcome == ScanOutcome::kAnswered ? 1.0 : 0.0;
      result.called += record.call_waits.empty() ? 0.0 : 1.0;
      result.held += record.hold ? 1.0 : 0.0;
    }
    result.differ = std::abs(result.answered - static_cast<double>(seen.size()));
    for (const Circumstances& c : seen) {
      const Outcome outcome = world.outlook().outcome(c);
      if (!agrees(outcome, c.visit, records.at(c.stop.id.value))) result.differ += 1.0;
    }
    return std::vector<double>{result.answered, result.called, result.held, result.differ};
  });
  return {numbers[0], numbers[1], numbers[2], numbers[3]};
}

TEST(Outcome, IsWhatHappenedInThePrecinct) {
  const Scenario scenario = load_scenario("precinct").scenario;
  for (std::uint32_t i = 0; i < 4; ++i) {
    const Agreement all = agreement(scenario, i);
    EXPECT_GT(all.answered, 100.0);
    EXPECT_EQ(all.differ, 0.0);
  }
}

TEST(Outcome, IsWhatHappenedOnTheNationalDay) {
  const Scenario scenario = load_scenario("national-day").scenario;
  for (std::uint32_t i = 0; i < 3; ++i) {
    const Agreement all = agreement(scenario, i);
    EXPECT_GT(all.answered, 500.0);
    EXPECT_EQ(all.differ, 0.0);
  }
}

TEST(Outcome, IsWhatHappenedWhereEverythingGoesWrong) {
  for (const char* order : {"first_come", "officers_first"}) {
    const Scenario scenario =
        load_scenario("precinct-stress", {std::string("ice.queue_order=") + order}).scenario;
    for (std::uint32_t i = 0; i < 6; ++i) {
      const Agreement all = agreement(scenario, i);
      EXPECT_GT(all.called, 20.0);
      EXPECT_GT(all.held, 20.0);
      EXPECT_EQ(all.differ, 0.0);
    }
  }
}

TEST(Outcome, IsWhatHappenedWithSafeguards) {
  for (const char* safeguards :
       {"+human-check", "+two-photos+minimum-quality", "+opt-out+audit+refresher",
        "+human-check+two-photos+minimum-quality+group-thresholds+answer-in-time"}) {
    const Scenario scenario =
        load_scenario(std::string("precinct-stress") + safeguards).scenario;
    for (std::uint32_t i = 0; i < 3; ++i) {
      const Agreement all = agreement(scenario, i);
      EXPECT_GT(all.called, 5.0) << safeguards;
      EXPECT_EQ(all.differ, 0.0) << safeguards;
    }
  }
}

TEST(Outcome, IsWhatHappenedUnderMobileFortify) {
  for (const char* fusion : {"either", "both", "face_only"}) {
    for (const char* weight : {"definitive", "documents_count"}) {
      const Scenario scenario = stressed_fortify({std::string("fingerprints.fusion=") + fusion,
                                                  std::string("fortify.match_weight=") + weight,
                                                  "programme.officers_trained=600"});
      const Agreement all = agreement(scenario, 0);
      EXPECT_GT(all.answered, 500.0) << fusion << " " << weight;
      EXPECT_GT(all.held, 10.0) << fusion << " " << weight;
      EXPECT_EQ(all.differ, 0.0) << fusion << " " << weight;
    }
  }
  const Agreement shipped = agreement(load_scenario("mobile-fortify").scenario, 0);
  EXPECT_GT(shipped.answered, 200.0);
  EXPECT_EQ(shipped.differ, 0.0);
}

/// A sum of what happened beside the sum of its probabilities.
struct Tally {
  double happened = 0.0;
  double expected = 0.0;
  double variance = 0.0;

  void add(double event, double probability) {
    happened += event;
    expected += probability;
    variance += (event - probability) * (event - probability);
  }
};

/// Where the mistake is found within a day: the means of longer tails take more scans to show.
std::vector<std::string> found_soon(std::vector<std::string> overrides) {
  overrides.push_back("custody.wrongful_hold={uniform: [1 h, 24 h]}");
  overrides.push_back("custody.unentered_delay={uniform: [1 h, 24 h]}");
  return overrides;
}

void expect_unbiased_in(const Scenario& scenario) {
  constexpr std::uint64_t kScans = 400'000;
  const ManyCircumstances world(scenario);
  std::map<std::tuple<HoldOrigin, HoldDecision, Standing>, Tally> holds, hours;
  std::array<Tally, kStandings> prolonged;
  double most = 0.0;
  for (std::uint64_t id = 0; id < kScans; ++id) {
    const Circumstances c = world.at(id);
    const Outcome outcome = world.outlook().outcome(c);
    const ExpectedHarm harm = world.outlook().expected(c);
    const Standing standing = c.stop.person.standing();
    double total = 0.0;
    for (std::size_t origin = 0; origin < kHoldOrigins; ++origin) {
      for (std::size_t decision = 0; decision < kHoldDecisions; ++decision) {
        const auto o = static_cast<HoldOrigin>(origin);
        const auto d = static_cast<HoldDecision>(decision);
        const auto [probability, expected_hours] = harm.holds[origin][decision];
        const bool held = outcome.hold && outcome.hold->origin == o && outcome.hold->decision == d;
        holds[{o, d, standing}].add(held ? 1.0 : 0.0, probability);
        if (is_mistaken(o, standing)) {
          hours[{o, d, standing}].add(held ? outcome.course->length() / 1_h : 0.0, expected_hours);
        }
        total += probability;
      }
    }
    prolonged[index_of(standing)].add(outcome.prolonged_by > Seconds(0.0) ? 1.0 : 0.0,
                                      harm.prolonged);
    most = std::max(most, total);
  }
  EXPECT_LE(most, 1.0 + 1e-9);
  const auto check = [](const Tally& tally, const std::string& what) {
    EXPECT_NEAR(tally.happened, tally.expected, 4.0 * std::sqrt(tally.variance + 1.0)) << what;
  };
  int kinds = 0;
  for (const auto& [key, tally] : holds) {
    const auto& [origin, decision, standing] = key;
    const std::string what = std::string(name_of(origin)) + " by " +
                             std::string(name_of(decision)) + " of " +
                             std::string(kStandingNames[index_of(standing)]);
    check(tally, what);
    EXPECT_EQ(tally.happened > 0.0 && tally.expected == 0.0, false) << what;
    // A few holds do not show by how much the hours of a few holds vary.
    if (tally.happened <= 100.0) continue;
    ++kinds;
    if (const auto found = hours.find(key); found != hours.end()) check(found->second, what);
  }
  EXPECT_GT(kinds, 12);
  for (const Tally& tally : prolonged) check(tally, "prolonged");
}

void expect_unbiased(const std::vector<std::string>& overrides) {
  expect_unbiased_in(load_scenario("precinct-stress", found_soon(overrides)).scenario);
}

void expect_unbiased_fortify(const std::vector<std::string>& overrides) {
  expect_unbiased_in(stressed_fortify(found_soon(overrides)));
}

TEST(Expected, IsTheMeanOfTheOutcomesWhereEverythingGoesWrong) {
  expect_unbiased({});
}

TEST(Expected, IsTheMeanOfTheOutcomesWithAHumanCheckOfSome) {
  expect_unbiased({"safeguards.human_check.share=60 %",
                   "safeguards.human_check.time={exponential: {mean: 5 min}}"});
}

TEST(Expected, IsTheMeanOfTheOutcomesWithTwoPhotosOfGoodQuality) {
  expect_unbiased({"safeguards.two_photos.rule=must_agree", "safeguards.minimum_quality=40 %",
                   "safeguards.group_thresholds=equalised", "safeguards.refresher.share=50 %"});
}

TEST(Expected, IsTheMeanOfTheOutcomesWhereRareBranchesAreLookedIntoSeldom) {
  expect_unbiased({"people.twin=1 %", "people.close_relative=0.9 %", "capture.spoofed=0.5 %",
                   "capture.wrong_face=2 %", "matcher.relative_match=50 %"});
}

TEST(Expected, IsTheMeanOfTheOutcomesWhereNobodyMatchedMeansContact) {
  expect_unbiased({"service.no_match_answer=contact_ice", "matcher.miss_scale=0",
                   "matcher.false_match_scale=3"});
}

TEST(Expected, IsTheMeanOfTheOutcomesWhereEitherFaceOrPrintsMatch) {
  expect_unbiased_fortify({});
}

TEST(Expected, IsTheMeanOfTheOutcomesWhereDocumentsCountBesideANameAndTwoPhotosMustAgree) {
  expect_unbiased_fortify({"fortify.match_weight=documents_count",
                           "safeguards.human_check.share=60 %",
                           "safeguards.two_photos.rule=must_agree"});
}

TEST(Expected, IsTheMeanOfTheOutcomesWhereFaceAndPrintsMustBothMatch) {
  expect_unbiased_fortify(
      {"fingerprints.fusion=both", "service.no_match_answer=contact_ice"});
}

TEST(Expectation, ChangesNoEvent) {
  const auto print = [](const std::string& name, Expectation expectation) {
    return in_child([&] {
      const Draws draws(4, 0);
      const Scenario fixed = fix_for_replication(load_scenario(name).scenario, draws);
      Collector collector(fixed, draws, RecordLevel::kNone);
      World world(fixed, draws, collector, expectation);
      world.run();
      const auto result = collector.finish(world.totals());
      return std::vector<double>{static_cast<double>(result.fingerprint.low >> 12),
                                 static_cast<double>(result.fingerprint.high >> 12)};
    });
  };
  for (const char* name : {"national-day", "mobile-fortify"}) {
    EXPECT_EQ(print(name, Expectation::kNone), print(name, Expectation::kEachScan)) << name;
  }
}

}  // namespace
}  // namespace fieldtwin

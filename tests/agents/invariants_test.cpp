/// What must hold in every world, whatever the scenario: checked over random ones.

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "agents/population.hpp"
#include "metrics/collector.hpp"
#include "recorded_run.hpp"
#include "some_faults.hpp"
#include "scenarios/fix.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {
namespace {

/// A scenario in which everything that can go wrong does so often, each world in its own measure.
Scenario random_scenario(std::uint64_t world) {
  const Draws draws(77, 0);
  std::uint16_t index = 0;
  const auto share = [&](const std::string& path, double low, double high) {
    const double u = draws.uniform(Decision::kTest, world, index++);
    return path + "=" + std::to_string(100.0 * (low + u * (high - low))) + " %";
  };
  const auto one_of = [&](const std::string& path, const std::vector<std::string>& values) {
    const double u = draws.uniform(Decision::kTest, world, index++);
    return path + "=" + values[static_cast<std::size_t>(u * static_cast<double>(values.size()))];
  };
  return precinct({
      one_of("programme.states", {"[FL]", "[TX]", "[GU, FL]", "[]"}),
      one_of("programme.officers_trained", {"30", "60"}),
      one_of("encounters.stops_per_shift", {"5", "20", "60"}),
      one_of("encounters.stop_length", {"0 s", "10 min", "{exponential: {mean: 1 h}}"}),
      one_of("officers.shift_length", {"1 h", "8 h", "24 h"}),
      one_of("people.minimum_age", {"0", "16", "70"}),
      share("devices.fault", 0.0, 0.3),
      share("sign_in.failure", 0.0, 0.9),
      share("sign_in.availability", 0.3, 1.0),
      share("capture.impossible", 0.0, 0.3),
      share("capture.usable", 0.1, 1.0),
      share("network.no_coverage.urban", 0.0, 0.5),
      share("network.loss", 0.0, 0.5),
      one_of("network.timeout", {"4 s", "10 s", "60 s"}),
      share("service.availability", 0.3, 1.0),
      one_of("service.search.servers", {"1", "50"}),
      one_of("service.no_match_answer", {"no_action", "contact_ice"}),
      share("matcher.fpir", 0.001, 0.5),
      share("people.twin", 0.0, 0.5),
      share("capture.wrong_face", 0.0, 1.0),
      share("capture.spoofed", 0.0, 0.2),
      share("ice.wrong_reference", 0.0, 0.5),
      share("custody.release_unentered", 0.0, 1.0),
      share("records.wrong.us_born", 0.0, 0.5),
      share("records.removable_share", 0.0, 1.0),
      share("policy.documents_honoured", 0.0, 1.0),
      share("policy.holds_without_call", 0.0, 0.5),
      share("policy.releases_at_limit", 0.0, 1.0),
      share("policy.holds_unanswered", 0.0, 1.0),
      one_of("policy.stop_limit", {"0 s", "5 min", "20 min"}),
      one_of("ice.agents_day", {"0", "1", "15"}),
      one_of("ice.agents_night", {"0", "1", "15"}),
      share("ice.false_accept", 0.0, 1.0),
      share("ice.finds_standing", 0.0, 1.0),
      one_of("custody.detainer_limit", {"1 h", "48 h"}),
      share("custody.fingerprints_correct", 0.0, 1.0),
      share("storage.stored", 0.0, 1.0),
  });
}

constexpr std::uint64_t kWorlds = 40;

class EveryWorld : public testing::Test {
 protected:
  /// Calls `check(scenario, recording)` for each of the random worlds, some with faults.
  template <class Check>
  void for_each_world(Check check) {
    std::size_t scans = 0;
    for (std::uint64_t world = 0; world < kWorlds; ++world) {
      SCOPED_TRACE("world " + std::to_string(world));
      Scenario scenario = random_scenario(world);
      if (world % 2 == 1) {
        scenario.faults = {shortage(FaultKind::kLogin, 2_h, 3_h, Probability(0.0)),
                           shortage(FaultKind::kService, 5_h, 7_h, Probability(0.5)),
                           shortage(FaultKind::kUplink, 8_h, 9_h, Probability(0.0)),
                           shortage(FaultKind::kIceDesk, 10_h, 12_h, Probability(0.2))};
      }
      const Recording recording = record_run(scenario, world);
      scans += recording.encounters.size();
      check(scenario, recording);
      if (HasFatalFailure()) return;
    }
    EXPECT_GT(scans, 5'000u);
  }
};

TEST_F(EveryWorld, StepsAreInTheOrderOfTimeAndBeginWithTheStop) {
  for_each_world([](const Scenario&, const Recording& run) {
    for (const auto& record : run.encounters) {
      ASSERT_GE(record.steps.size(), 2u);
      ASSERT_EQ(record.steps[0].kind, StepKind::kStop);
      ASSERT_EQ(record.steps[1].kind, StepKind::kScan);
      ASSERT_EQ(record.steps[0].time, record.stopped);
      for (std::size_t i = 1; i < record.steps.size(); ++i) {
        ASSERT_LE(record.steps[i - 1].time, record.steps[i].time) << i;
      }
    }
  });
}

TEST_F(EveryWorld, EveryScanEndsInExactlyOneOutcome) {
  for_each_world([](const Scenario&, const Recording& run) {
    std::set<std::uint64_t> ids;
    for (const auto& record : run.encounters) {
      ASSERT_TRUE(ids.insert(record.id).second) << "an encounter was written twice";
      const bool answered = record.outcome == ScanOutcome::kAnswered;
      ASSERT_EQ(answered, find_step(record, StepKind::kAnswered) != nullptr);
      ASSERT_EQ(answered, record.answer.has_value());
      ASSERT_EQ(answered, record.app_answer != AppAnswer::kNone);
      ASSERT_EQ(record.outcome == ScanOutcome::kNoDevice,
                find_step(record, StepKind::kNoDevice) != nullptr);
      const bool captured = find_step(record, StepKind::kCaptured) != nullptr;
      ASSERT_EQ(captured, record.outcome != ScanOutcome::kNoDevice &&
                              record.outcome != ScanOutcome::kNoSignIn &&
                              record.outcome != ScanOutcome::kNoCapture);
      ASSERT_TRUE(answered || !record.hold) << "held without an answer";
      ASSERT_EQ(record.match_truth != MatchTruth::kNotSearched, record.match.has_value());
      ASSERT_TRUE(!answered || record.match);
      ASSERT_TRUE(!record.match || record.uplink);
      ASSERT_TRUE(!record.photo_stored || record.match);
    }
  });
}

TEST_F(EveryWorld, CountsAddUp) {
  for_each_world([](const Scenario& scenario, const Recording& run) {
    const Draws draws(0, 0);
    const Scenario fixed = fix_for_replication(scenario, draws);
    Collector collector(fixed, draws, RecordLevel::kNone);
    for (const auto& record : run.encounters) collector.encounter(record);
    WorldTotals totals;
    totals.officers.resize(scenario.tables.states.size());
    const ReplicationResult result = collector.finish(totals);
    double failed = 0.0;
    for (std::size_t i = 1; i <= 5; ++i) {
      failed += result.total(failed_by(static_cast<ScanOutcome>(i)));
    }
    ASSERT_EQ(result.total(Amount::kScans), static_cast<double>(run.encounters.size()));
    ASSERT_EQ(result.total(Amount::kScans), result.total(Amount::kAnswered) + failed);
    ASSERT_EQ(result.total(Amount::kAnswered),
              result.total(Amount::kContactIce) + result.total(Amount::kNoAction));
    ASSERT_EQ(result.total(Amount::kHolds), result.total(Amount::kTransfers) +
                                                result.total(Amount::kDetainersExpired) +
                                                result.total(Amount::kCorrectedByFingerprints) +
                                                result.total(Amount::kMistakesFound));
  });
}

TEST_F(EveryWorld, NoTimeIsNegative) {
  for_each_world([](const Scenario& scenario, const Recording& run) {
    const Seconds zero(0.0);
    const Seconds end = kDay * scenario.period.days.mean().value();
    for (const auto& record : run.encounters) {
      ASSERT_GE(record.stopped, zero);
      ASSERT_LT(record.stopped, end);
      ASSERT_GE(record.scan_began, record.stopped);
      ASSERT_GE(record.ended, record.scan_began);
      for (const auto& time : {record.sign_in, record.uplink, record.match, record.answer}) {
        ASSERT_GE(time.value_or(zero), zero);
        ASSERT_LE(time.value_or(zero), record.ended - record.scan_began + 1e-6_s);
      }
      for (const Seconds wait : record.call_waits) ASSERT_GE(wait, zero);
      ASSERT_EQ(record.prolonged, record.prolonged_by > zero);
      ASSERT_TRUE(!record.hold || record.hold->length >= zero);
      ASSERT_GE(record.retention, zero);
    }
  });
}

TEST_F(EveryWorld, CallsOfTheRecordsAreThoseOfTheDesk) {
  for_each_world([](const Scenario&, const Recording& run) {
    std::size_t calls = 0;
    std::size_t abandoned = 0;
    for (const auto& record : run.encounters) {
      calls += record.call_waits.size();
      abandoned += record.calls_abandoned;
      ASSERT_EQ(count_steps(record, StepKind::kCall), record.call_waits.size());
      ASSERT_EQ(count_steps(record, StepKind::kHungUp), record.calls_abandoned);
      ASSERT_EQ(record.agent_reached, record.call_waits.size() > record.calls_abandoned);
    }
    std::size_t seen = 0;
    std::size_t seen_abandoned = 0;
    for (const auto& call : run.calls) {
      if (call.about == Journal::CallAbout::kOther) continue;
      ++seen;
      if (call.end == Journal::CallEnd::kAbandoned) ++seen_abandoned;
    }
    ASSERT_EQ(calls, seen);
    ASSERT_EQ(abandoned, seen_abandoned);
  });
}

TEST_F(EveryWorld, WhoeverIsHeldHasAHoldOnRecord) {
  for_each_world([](const Scenario&, const Recording& run) {
    for (const auto& record : run.encounters) {
      ASSERT_EQ(record.hold.has_value(), count_steps(record, StepKind::kHeld) == 1u);
      ASSERT_EQ(record.hold.has_value(), find_step(record, StepKind::kBooked) != nullptr);
      if (!record.hold) continue;
      const HoldRecord& hold = *record.hold;
      const Step* held = find_step(record, StepKind::kHeld);
      ASSERT_EQ(held->time, record.ended);
      ASSERT_NEAR(hold.length.value(), (record.steps.back().time - held->time).value(), 1e-6);
      ASSERT_EQ(record.app_answer, AppAnswer::kContactIce);
      const bool other_file =
          hold.decision == HoldDecision::kAgent && record.evidence.agent_had_wrong_file;
      ASSERT_EQ(hold.origin == HoldOrigin::kOtherFile, other_file);
      if (!other_file) {
        ASSERT_EQ(rests_on_another(hold.origin), record.match_truth == MatchTruth::kOther);
        ASSERT_EQ(hold.origin == HoldOrigin::kNoMatch, record.match_truth == MatchTruth::kNobody);
      }
      ASSERT_TRUE(hold.origin != HoldOrigin::kOtherFace ||
                  record.evidence.face != FaceShown::kPerson);
      ASSERT_EQ(hold.decision == HoldDecision::kAgent,
                find_step(record, StepKind::kIceHold) != nullptr);
      ASSERT_EQ(hold.decision == HoldDecision::kOfficerAlone,
                find_step(record, StepKind::kHeldByOfficer) && record.call_waits.empty());
      ASSERT_TRUE(hold.end != HoldEnd::kFingerprints || rests_on_another(hold.origin) ||
                  record.evidence.record_fault == RecordFault::kAnothersBooking);
      ASSERT_TRUE(!hold.federal || hold.end == HoldEnd::kMistakeFound);
    }
  });
}

TEST_F(EveryWorld, PeopleAreThoseOfThePopulation) {
  for_each_world([world = std::uint64_t{0}](const Scenario& scenario,
                                            const Recording& run) mutable {
    const Draws draws(world++, 0);
    const Population population(fix_for_replication(scenario, draws), draws.across_replications());
    const double minimum_age = scenario.people.minimum_age.mean().value();
    for (const auto& record : run.encounters) {
      const Person person = population.person(PersonId{record.person});
      ASSERT_EQ(person.ethnicity, record.ethnicity);
      ASSERT_EQ(person.sex, record.sex);
      ASSERT_EQ(person.age, record.age);
      ASSERT_EQ(person.status, record.status);
      ASSERT_EQ(person.enrolment == Enrolment::kEnrolled, record.enrolled);
      ASSERT_EQ(person.state, record.state);
      ASSERT_GE(record.age, minimum_age);
    }
  });
}

}  // namespace
}  // namespace fieldtwin

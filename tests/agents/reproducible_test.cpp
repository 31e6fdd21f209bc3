/// The same seed gives the same events, and a change moves only what it touches.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "agents/replication.hpp"
#include "recorded_run.hpp"
#include "some_faults.hpp"
#include "scenarios/load.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

/// The fingerprint of a replication that runs in a process of its own.
std::string fingerprint(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                        RecordLevel level = RecordLevel::kNone) {
  // As numbers of 32 bits, which a double holds exactly.
  const auto words = in_child([&] {
    const auto print = simulate_replication(scenario, seed, replication, level).fingerprint;
    constexpr std::uint64_t kLow = 0xFFFF'FFFF;
    return std::vector<double>{
        static_cast<double>(print.high >> 32), static_cast<double>(print.high & kLow),
        static_cast<double>(print.low >> 32), static_cast<double>(print.low & kLow)};
  });
  const auto word = [&](std::size_t i) {
    return static_cast<std::uint64_t>(words[i]) << 32 | static_cast<std::uint64_t>(words[i + 1]);
  };
  return Fingerprint{.low = word(2), .high = word(0)}.hex();
}

const Scenario& shipped_precinct() {
  static const Scenario scenario = load_scenario("precinct").scenario;
  return scenario;
}

/// Whoever changes the model or the precinct on purpose writes the new ones here.
TEST(SameSeed, GivesTheCommittedFingerprints) {
  EXPECT_EQ(fingerprint(shipped_precinct(), 1, 0), "52dd69aba640d6881f964687da3a962f");
  EXPECT_EQ(fingerprint(shipped_precinct(), 1, 1), "1b9cec309ca4f5f30ff8794ea7ea3011");
  EXPECT_EQ(fingerprint(shipped_precinct(), 1, 2), "aeb061a09ab658b5f15f9132c193febd");
}

TEST(SameSeed, GivesTheSameAgainWhateverIsRecorded) {
  const std::string once = fingerprint(shipped_precinct(), 5, 3);
  EXPECT_EQ(fingerprint(shipped_precinct(), 5, 3), once);
  EXPECT_EQ(fingerprint(shipped_precinct(), 5, 3, RecordLevel::kAll), once);
}

TEST(AnotherSeed, GivesAnotherFingerprint) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    for (std::uint32_t replication = 0; replication < 2; ++replication) {
      seen.insert(fingerprint(shipped_precinct(), seed, replication));
    }
  }
  EXPECT_EQ(seen.size(), 10u);
}

/// The steps of an encounter before the first of a kind.
std::vector<Step> steps_before(const EncounterRecord& record, StepKind kind) {
  const auto end = std::find_if(record.steps.begin(), record.steps.end(),
                                [kind](const Step& step) { return step.kind == kind; });
  return {record.steps.begin(), end};
}

void expect_same_steps(const std::vector<Step>& a, const std::vector<Step>& b, std::uint64_t id) {
  ASSERT_EQ(a.size(), b.size()) << id;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].kind, b[i].kind) << id;
    ASSERT_EQ(a[i].value, b[i].value) << id;
    ASSERT_EQ(a[i].time, b[i].time) << id;
  }
}

TEST(CommonRandomNumbers, CustodyMovesNothingBeforeIt) {
  const auto base = record_run(precinct()).by_id();
  const auto other =
      record_run(precinct({"custody.transport=7 h", "custody.booking=1 min",
                           "custody.fingerprints_correct=1 %", "custody.wrongful_hold=9 d",
                           "custody.lawful_hold=1 h", "custody.detainer_limit=2 h"}))
          .by_id();
  ASSERT_EQ(base.size(), other.size());
  std::size_t holds = 0;
  for (const auto& [id, record] : base) {
    ASSERT_TRUE(other.contains(id));
    ASSERT_EQ(record.person, other.at(id).person);
    ASSERT_EQ(record.hold.has_value(), other.at(id).hold.has_value());
    expect_same_steps(steps_before(record, StepKind::kHeld),
                      steps_before(other.at(id), StepKind::kHeld), id);
    if (record.hold) ++holds;
  }
  EXPECT_GT(holds, 5u);
}

/// All steps before one of a kind, as numbers that a child process can hand back.
std::vector<double> flattened_steps(const Scenario& scenario, StepKind kind) {
  std::vector<double> out;
  for (const auto& [id, record] : record_run(scenario).by_id()) {
    for (const Step& step : steps_before(record, kind)) {
      out.insert(out.end(), {static_cast<double>(id), static_cast<double>(index_of(step.kind)),
                             step.time.value(), step.value});
    }
  }
  return out;
}

TEST(CommonRandomNumbers, CustodyMovesNothingBeforeItWithFlowsEither) {
  const Scenario base = precinct({"network.fidelity=flow"});
  const Scenario other = precinct({"network.fidelity=flow", "custody.transport=7 h",
                                   "custody.wrongful_hold=9 d", "custody.lawful_hold=1 h"});
  const auto a = in_child([&] { return flattened_steps(base, StepKind::kHeld); });
  const auto b = in_child([&] { return flattened_steps(other, StepKind::kHeld); });
  ASSERT_GT(a.size(), 4000u);
  EXPECT_EQ(a, b);
}

bool is_of_custody(StepKind kind) {
  return (kind > StepKind::kHeld && kind < StepKind::kPhotoStored) ||
         kind == StepKind::kReleaseNotEntered || kind == StepKind::kRecordLeftWrong;
}

/// Everything that is known of each encounter when custody begins, from a replication as studies
/// run it, as numbers that a child process can hand back.
std::vector<double> journal_before_custody(const Scenario& scenario) {
  std::vector<double> out;
  const auto add = [&out](auto... values) { (out.push_back(static_cast<double>(values)), ...); };
  const auto add_time = [&out](const std::optional<Seconds>& time) {
    out.push_back(time ? time->value() : -1.0);
  };
  for (const EncounterRecord& record :
       simulate_replication(scenario, 3, 2, RecordLevel::kAll).cases) {
    add(record.id, record.officer, record.state, record.area, record.person, record.ethnicity,
        record.sex, record.age, record.status, record.enrolled, record.outcome, record.match_truth,
        record.app_answer, record.calls_abandoned, record.agent_reached, record.prolonged,
        record.photo_stored, record.hold.has_value());
    for (const Seconds wait : record.call_waits) add_time(wait);
    for (const auto& time :
         {std::optional(record.stopped), std::optional(record.scan_began),
          std::optional(record.ended), std::optional(record.prolonged_by),
          std::optional(record.retention), record.sign_in, record.uplink, record.match,
          record.answer}) {
      add_time(time);
    }
    if (record.hold) add(record.hold->origin, record.hold->decision);
    for (const Step& step : record.steps) {
      if (is_of_custody(step.kind)) continue;
      add(step.kind, step.time.value(), step.value);
    }
  }
  return out;
}

TEST(CommonRandomNumbers, JournalsOfScenariosThatDifferInCustodyAloneAreIdenticalUpToCustody) {
  for (const std::string fidelity : {"network.fidelity=flow", "network.fidelity=delay"}) {
    const Scenario base = load_scenario("precinct", {fidelity, "period.days=3"}).scenario;
    const Scenario other =
        load_scenario("precinct",
                      {fidelity, "period.days=3", "custody.transport=7 h", "custody.booking=1 min",
                       "custody.fingerprints_correct=1 %", "custody.wrongful_hold=9 d",
                       "custody.lawful_hold=1 h", "custody.detainer_limit=2 h"})
            .scenario;
    const auto a = in_child([&] { return journal_before_custody(base); });
    const auto b = in_child([&] { return journal_before_custody(other); });
    ASSERT_GT(a.size(), 20'000u) << fidelity;
    EXPECT_EQ(a, b) << fidelity;
    EXPECT_NE(fingerprint(base, 3, 2), fingerprint(other, 3, 2)) << fidelity;
  }
}

// An officer who waits longer on one call is late for the next stops, so that only those until the
// officer's first call must be the same in time; who is stopped must be the same always.
TEST(CommonRandomNumbers, TheDeskMovesNothingBeforeTheCall) {
  const auto base = record_run(precinct()).by_id();
  const auto other =
      record_run(precinct({"ice.agents_day=1", "ice.agents_evening=1", "ice.agents_night=1"}))
          .by_id();
  std::set<std::uint32_t> have_called;
  std::size_t same = 0;
  std::size_t people = 0;
  for (const auto& [id, record] : base) {  // an officer's in the order of time
    const auto found = other.find(id);
    if (found != other.end()) {
      ASSERT_EQ(record.person, found->second.person);
      ++people;
    }
    if (have_called.contains(record.officer)) continue;
    ASSERT_NE(found, other.end());
    expect_same_steps(steps_before(record, StepKind::kCall),
                      steps_before(found->second, StepKind::kCall), id);
    ++same;
    if (!record.call_waits.empty()) have_called.insert(record.officer);
  }
  EXPECT_GT(same, 100u);
  EXPECT_GT(people, same);
  EXPECT_GT(have_called.size(), 5u);
}

TEST(CommonRandomNumbers, WhatAWalkOutDelaysIsMadeUpForTwoDaysLater) {
  // Nobody answers on the first day: officers wait beyond their shifts' end and miss stops. On the
  // third day, everything is as it would have been.
  Scenario scenario = precinct({"period.days=3", "encounters.stops_per_shift=20",
                                "ice.patience=3 h", "policy.releases_at_limit=0 %"});
  const auto base = record_run(scenario);
  scenario.faults = {shortage(FaultKind::kIceDesk, 0_h, 24_h, Probability(0.0))};
  const auto other = record_run(scenario).by_id();
  std::size_t missed = 0;
  std::size_t same = 0;
  for (const auto& record : base.encounters) {
    if (!other.contains(record.id)) ++missed;
    if (record.stopped < 48_h) continue;
    ASSERT_TRUE(other.contains(record.id));
    expect_same_steps(steps_before(record, StepKind::kCall),
                      steps_before(other.at(record.id), StepKind::kCall), record.id);
    ++same;
  }
  EXPECT_GT(missed, 5u);
  EXPECT_GT(same, 200u);
}

TEST(CommonRandomNumbers, MoreDaysLeaveTheFirstDaysStopsAlone) {
  const auto one = record_run(precinct({"programme.states=[GU, FL, TX]"})).by_id();
  const auto three =
      record_run(precinct({"programme.states=[GU, FL, TX]", "period.days=3"})).by_id();
  ASSERT_GT(one.size(), 100u);
  ASSERT_GT(three.size(), 2 * one.size());
  for (const auto& [id, record] : one) {
    ASSERT_TRUE(three.contains(id));
    ASSERT_EQ(record.person, three.at(id).person);
    ASSERT_EQ(record.stopped, three.at(id).stopped);
    ASSERT_EQ(record.steps.size(), three.at(id).steps.size());
  }
  for (const auto& [id, record] : three) {
    if (record.stopped < 24_h) {
      ASSERT_TRUE(one.contains(id));
    }
  }
}

TEST(Fidelity, DelayNeedsNoEngineAndOneProcessHoldsManyWorlds) {
  const auto first = record_run(precinct());
  const auto again = record_run(precinct());
  ASSERT_EQ(first.encounters.size(), again.encounters.size());
  EXPECT_GT(first.encounters.size(), 100u);
}

TEST(Fidelity, WhereCellsAreWideBothAreTheSame) {
  const Scenario flow = precinct({"network.fidelity=flow", "network.cell_capacity=100 Gbit/s"});
  const Scenario delay = precinct({"network.cell_capacity=100 Gbit/s"});
  const auto a = in_child([&] { return flattened_steps(flow, StepKind::kPhotoStored); });
  const auto b = in_child([&] { return flattened_steps(delay, StepKind::kPhotoStored); });
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) ASSERT_NEAR(a[i], b[i], 1e-3);
}

}  // namespace
}  // namespace fieldtwin

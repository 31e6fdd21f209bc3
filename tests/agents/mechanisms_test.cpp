/// Errors switched off do no harm, and each one moves only its own paths.

#include "scenarios/mechanisms.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "recorded_run.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

Scenario stress(const std::vector<std::string>& overrides = {}) {
  return load_scenario("precinct-stress", overrides).scenario;
}

/// No hold is wrongful, and each rests on the person's own record, which is right, or on the lack
/// of one.
void expect_no_harm(const Scenario& scenario, std::size_t least_holds) {
  const Scenario perfect = without(scenario, CauseSet().set());
  std::size_t holds = 0;
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
    for (const EncounterRecord& record : record_run(perfect, 1, replication).encounters) {
      if (!record.hold) continue;
      ++holds;
      ASSERT_FALSE(wrongful_kinds(record).any()) << record.id;
      const bool no_match_means_contact =
          scenario.service.no_match_answer == NoMatchAnswer::kContactIce;
      ASSERT_TRUE(record.hold->origin == HoldOrigin::kRightRecord ||
                  (no_match_means_contact && record.hold->origin == HoldOrigin::kNoMatch))
          << record.id;
      ASSERT_EQ(standing_of(record.status), Standing::kRemovable) << record.id;
    }
  }
  EXPECT_GE(holds, least_holds);
}

TEST(AllErrorsOff, NobodyIsHeldWronglyInTheStressedPrecinct) {
  expect_no_harm(stress(), 10);
}

TEST(AllErrorsOff, NobodyIsHeldWronglyOnTheNationalDay) {
  expect_no_harm(load_scenario("national-day", {"network.fidelity=delay"}).scenario, 10);
}

TEST(AllErrorsOff, NobodyIsHeldWronglyEvenIfNoMatchMeansContactIce) {
  expect_no_harm(stress({"service.no_match_answer=contact_ice"}), 10);
}

TEST(AllErrorsOn, EveryKindOfHarmAndEveryCauseIsSeenUnderStress) {
  std::set<HoldOrigin> origins;
  Wrongful kinds;
  std::size_t prolonged = 0;
  for (std::uint32_t replication = 0; replication < 5; ++replication) {
    for (const EncounterRecord& record : record_run(stress(), 1, replication).encounters) {
      const Wrongful seen = wrongful_kinds(record);
      kinds.us_citizen |= seen.us_citizen;
      kinds.lawful_status |= seen.lawful_status;
      kinds.false_match |= seen.false_match;
      kinds.stale_record |= seen.stale_record;
      if (record.prolonged) ++prolonged;
      if (record.hold) origins.insert(record.hold->origin);
    }
  }
  EXPECT_TRUE(kinds.us_citizen && kinds.lawful_status && kinds.false_match && kinds.stale_record);
  EXPECT_GT(prolonged, 0u);
  EXPECT_EQ(origins,
            (std::set{HoldOrigin::kRightRecord, HoldOrigin::kWrongRecord, HoldOrigin::kFalseMatch,
                      HoldOrigin::kOtherFace, HoldOrigin::kOtherFile}));
}

bool reviewed(const EncounterRecord& record) {
  return record.evidence.agent_saw_same_person.has_value();
}

bool is_kin(Likeness candidate) {
  return candidate == Likeness::kTwin || candidate == Likeness::kRelative;
}

/// Whether a mechanism had a say in an encounter, so that without it the encounter may differ.
bool had_a_say(Mechanism mechanism, const EncounterRecord& record) {
  const Evidence& evidence = record.evidence;
  const Standing truth = standing_of(record.status);
  const auto decided = [&](HoldDecision by) { return record.hold && record.hold->decision == by; };
  switch (mechanism) {
    case Mechanism::kStranger:
      return evidence.candidate == Likeness::kStranger;
    case Mechanism::kTwin:
      return evidence.candidate == Likeness::kTwin;
    case Mechanism::kRelative:
      return evidence.candidate == Likeness::kRelative;
    case Mechanism::kMissedMatch:
    case Mechanism::kPhotoQuality:
      return evidence.candidate != Likeness::kSelf;
    case Mechanism::kWrongFace:
      return evidence.face == FaceShown::kBystander;
    case Mechanism::kSpoof:
      return evidence.face == FaceShown::kPicture || find_step(record, StepKind::kSpoofSeen);
    case Mechanism::kWrongRecord:  // the bystander's and the kin's records too
      return evidence.record_fault != RecordFault::kNone || evidence.face != FaceShown::kPerson ||
             is_kin(evidence.candidate);
    case Mechanism::kPapersDismissed:
      return evidence.showed_proof && record.app_answer == AppAnswer::kContactIce;
    case Mechanism::kReadAsDetain:
      return decided(HoldDecision::kOfficerAlone);
    case Mechanism::kHeldUnanswered:
      return decided(HoldDecision::kOfficerUnanswered);
    case Mechanism::kKeptPastLimit:
      return record.prolonged || find_step(record, StepKind::kLimitReached);
    case Mechanism::kFalseAccept:
      return reviewed(record) && evidence.agent_saw_same_person.value() &&
             (evidence.candidate == Likeness::kStranger || is_kin(evidence.candidate));
    case Mechanism::kFalseReject:
      return reviewed(record) && !evidence.agent_saw_same_person.value() &&
             evidence.candidate == Likeness::kSelf;
    case Mechanism::kStandingNotFound:
      return reviewed(record) && evidence.agent_took_standing != truth;
    case Mechanism::kWrongFile:
      return evidence.agent_had_wrong_file;
    case Mechanism::kNoAnswer:
      return !record.call_waits.empty();
    case Mechanism::kFingerprintsFail:
      return record.hold && (rests_on_another(record.hold->origin) ||
                             evidence.record_fault == RecordFault::kAnothersBooking);
    case Mechanism::kLateCorrection:
      return record.hold && record.hold->end == HoldEnd::kMistakeFound;
    case Mechanism::kReleaseNotEntered:
      return evidence.release_not_entered;
    case Mechanism::kCorrectionNotEntered:
      return evidence.record_left_wrong;
    case Mechanism::kUnequalStops:
      return false;
  }
  return true;
}

/// Scores and qualities move with what the matcher and the camera are set to, below any threshold.
bool has_free_value(Mechanism mechanism, StepKind kind) {
  if (mechanism != Mechanism::kMissedMatch && mechanism != Mechanism::kPhotoQuality) return false;
  return kind == StepKind::kSearched || kind == StepKind::kCaptured;
}

void expect_same(Mechanism mechanism, const EncounterRecord& a, const EncounterRecord& b) {
  ASSERT_EQ(a.steps.size(), b.steps.size()) << a.id;
  for (std::size_t i = 0; i < a.steps.size(); ++i) {
    ASSERT_EQ(a.steps[i].kind, b.steps[i].kind) << a.id;
    ASSERT_EQ(a.steps[i].time, b.steps[i].time) << a.id;
    if (has_free_value(mechanism, a.steps[i].kind)) continue;
    ASSERT_EQ(a.steps[i].value, b.steps[i].value) << a.id;
  }
  ASSERT_EQ(a.person, b.person) << a.id;
  ASSERT_EQ(a.ended, b.ended) << a.id;
  ASSERT_EQ(a.outcome, b.outcome) << a.id;
  ASSERT_EQ(a.match_truth, b.match_truth) << a.id;
  ASSERT_EQ(a.app_answer, b.app_answer) << a.id;
  ASSERT_EQ(a.prolonged, b.prolonged) << a.id;
  ASSERT_EQ(a.hold.has_value(), b.hold.has_value()) << a.id;
  if (!a.hold) return;
  ASSERT_EQ(a.hold->origin, b.hold->origin) << a.id;
  ASSERT_EQ(a.hold->decision, b.hold->decision) << a.id;
  ASSERT_EQ(a.hold->end, b.hold->end) << a.id;
  ASSERT_EQ(a.hold->length, b.hold->length) << a.id;
}

class OneMechanism : public testing::TestWithParam<Mechanism> {};

// All others are at work. The desk answers at once, but for the mechanism that says that it does
// not: encounters then meet only through their officers' time, so that an officer's are compared
// until the first in which the mechanism had a say.
TEST_P(OneMechanism, MovesOnlyItsOwnPaths) {
  const Mechanism mechanism = GetParam();
  Scenario scenario = stress({"encounters.stops_per_shift=40"});
  // Without calls that wait nobody is left unanswered: for that, and for the waiting itself, the
  // desk is as it is, and nobody else's call moves another's.
  if (mechanism == Mechanism::kHeldUnanswered) {
    scenario = stress({"ice.agents_day=0", "ice.agents_evening=0", "ice.agents_night=0"});
  } else if (mechanism != Mechanism::kNoAnswer) {
    scenario.errors.setting[index_of(Mechanism::kNoAnswer)] = ErrorSetting::kOff;
  }
  const auto with = record_run(scenario).by_id();
  const auto without_it =
      record_run(without(scenario, MechanismSet().set(index_of(mechanism)))).by_id();

  std::set<std::uint32_t> moved;
  std::size_t touched = 0;
  std::size_t different = 0;
  std::size_t same = 0;
  for (const auto& [id, on] : with) {  // an officer's in the order of time
    if (moved.contains(on.officer)) continue;
    const auto found = without_it.find(id);
    ASSERT_NE(found, without_it.end()) << id;
    const EncounterRecord& off = found->second;
    if (had_a_say(mechanism, on) || had_a_say(mechanism, off)) {
      ++touched;
      if (on.steps.size() != off.steps.size() || on.ended != off.ended ||
          on.hold.has_value() != off.hold.has_value() ||
          (on.hold && on.hold->length != off.hold->length)) {
        ++different;
      }
      // Who takes somebody into custody is free for the next stop at once.
      if (on.ended != off.ended || on.hold.has_value() != off.hold.has_value()) {
        moved.insert(on.officer);
      }
      continue;
    }
    expect_same(mechanism, on, off);
    if (HasFatalFailure()) return;
    ++same;
  }
  EXPECT_GT(touched, 0u);
  EXPECT_GT(different, 0u);
  EXPECT_GT(same, 100u);
}

std::vector<Mechanism> all_but_unequal_stops() {
  std::vector<Mechanism> all;
  for (const MechanismEntry& entry : mechanisms()) {
    if (entry.mechanism != Mechanism::kUnequalStops) all.push_back(entry.mechanism);
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Of, OneMechanism, testing::ValuesIn(all_but_unequal_stops()),
                         [](const testing::TestParamInfo<Mechanism>& info) {
                           return std::string(kMechanismNames[index_of(info.param)]);
                         });

// Who is stopped depends on the group alone; of those who are stopped either way, all is the same
// until the officer meets somebody else.
TEST(UnequalStops, ChangeWhoIsMetAndNothingElse) {
  Scenario scenario = stress();
  scenario.errors.setting[index_of(Mechanism::kNoAnswer)] = ErrorSetting::kOff;
  // The matcher's factors are scaled to the mix of who is stopped: without strangers they do not
  // matter.
  scenario.errors.setting[index_of(Mechanism::kStranger)] = ErrorSetting::kOff;
  const auto with = record_run(scenario).by_id();
  const auto equal =
      record_run(without(scenario, MechanismSet().set(index_of(Mechanism::kUnequalStops)))).by_id();
  std::set<std::uint32_t> moved;
  std::size_t same = 0;
  for (const auto& [id, on] : with) {
    if (moved.contains(on.officer)) continue;
    const auto found = equal.find(id);
    if (found == equal.end() || found->second.person != on.person) {
      moved.insert(on.officer);
      continue;
    }
    expect_same(Mechanism::kUnequalStops, on, found->second);
    if (HasFatalFailure()) return;
    ++same;
  }
  EXPECT_GT(moved.size(), 5u);
  EXPECT_GT(same, 20u);
}

}  // namespace
}  // namespace fieldtwin

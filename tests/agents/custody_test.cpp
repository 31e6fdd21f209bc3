#include "agents/custody.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

/// Everybody who is scanned is held by the officer.
std::vector<std::string> all_held(std::vector<std::string> more = {}) {
  std::vector<std::string> all{"encounters.stops_per_shift=30",
                               "encounters.stop_length=0 s",
                               "policy.holds_without_call=100 %",
                               "custody.transport=1 h",
                               "custody.booking=2 h",
                               "custody.wrongful_hold=10 h",
                               "custody.lawful_hold=20 h",
                               "custody.detainer_limit=48 h",
                               "matcher.fpir=40 %"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

bool is_removable(const EncounterRecord& record) {
  return standing_of(record.status) == Standing::kRemovable;
}

/// Whether nothing but the person's own standing could have led to the hold, and it did not.
bool is_mistaken(const EncounterRecord& record) {
  return !is_removable(record) || record.hold->origin == HoldOrigin::kFalseMatch;
}

TEST(Custody, EndsByWhatIsTrue) {
  const auto run = record_run(smooth_precinct(all_held({"custody.fingerprints_correct=50 %"})));
  double false_matches = 0.0;
  double cleared = 0.0;
  std::size_t mistakes = 0;
  std::size_t transfers = 0;
  for (const auto& record : run.encounters) {
    ASSERT_TRUE(record.hold);
    const HoldRecord& hold = *record.hold;
    if (hold.origin == HoldOrigin::kFalseMatch) ++false_matches;
    const bool released = find_step(record, StepKind::kReleased) != nullptr;
    switch (hold.end) {
      case HoldEnd::kFingerprints:
        ++cleared;
        ASSERT_EQ(hold.origin, HoldOrigin::kFalseMatch);
        ASSERT_NEAR(hold.length / 1_h, 3.0, 1e-9);
        ASSERT_TRUE(find_step(record, StepKind::kFingerprintsClear));
        ASSERT_TRUE(released);
        break;
      case HoldEnd::kMistakeFound:
        ++mistakes;
        ASSERT_TRUE(is_mistaken(record));
        ASSERT_NEAR(hold.length / 1_h, 13.0, 1e-9);
        ASSERT_TRUE(released);
        break;
      case HoldEnd::kTransfer:
        ++transfers;
        ASSERT_FALSE(is_mistaken(record));
        ASSERT_NEAR(hold.length / 1_h, 23.0, 1e-9);
        ASSERT_TRUE(find_step(record, StepKind::kTransferred));
        ASSERT_FALSE(released);
        break;
      case HoldEnd::kDetainerExpired:
        FAIL() << "nobody was held so long";
    }
    ASSERT_FALSE(hold.federal);
  }
  EXPECT_GT(false_matches, 200.0);
  EXPECT_NEAR(cleared / false_matches, 0.5, 4.0 * std::sqrt(0.25 / false_matches));
  EXPECT_GT(mistakes, 200u);
  EXPECT_GT(transfers, 20u);
}

TEST(Custody, TheDetainersLimitFreesWhomIceDoesNotFetch) {
  const auto run = record_run(
      smooth_precinct(all_held({"custody.lawful_hold=49 h", "custody.fingerprints_correct=0 %"})));
  std::size_t expired = 0;
  for (const auto& record : run.encounters) {
    if (is_mistaken(record)) continue;
    ++expired;
    ASSERT_EQ(record.hold->end, HoldEnd::kDetainerExpired);
    ASSERT_NEAR(record.hold->length / 1_h, 3.0 + 48.0, 1e-9);
    ASSERT_TRUE(find_step(record, StepKind::kDetainerExpired));
    ASSERT_TRUE(find_step(record, StepKind::kReleased));
    ASSERT_FALSE(find_step(record, StepKind::kTransferred));
  }
  EXPECT_GT(expired, 20u);
}

TEST(Custody, ExactlyAtTheLimitIceIsInTime) {
  const auto run = record_run(
      smooth_precinct(all_held({"custody.lawful_hold=48 h", "custody.wrongful_hold=48 h"})));
  for (const auto& record : run.encounters) {
    ASSERT_NE(record.hold->end, HoldEnd::kDetainerExpired);
    ASSERT_FALSE(record.hold->federal);
  }
}

TEST(Custody, LongWrongfulHoldsGoOnInFederalCustody) {
  const auto run = record_run(
      smooth_precinct(all_held({"custody.wrongful_hold=5 d", "custody.fingerprints_correct=0 %"})));
  std::size_t federal = 0;
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.hold->federal, is_mistaken(record));
    if (!record.hold->federal) continue;
    ++federal;
    ASSERT_EQ(record.hold->end, HoldEnd::kMistakeFound);
    ASSERT_NEAR(record.hold->length / 1_h, 3.0 + 120.0, 1e-9);
    const Step* moved = find_step(record, StepKind::kTransferred);
    ASSERT_TRUE(moved);
    ASSERT_NEAR((moved->time - record.ended) / 1_h, 3.0 + 48.0, 1e-9);
  }
  EXPECT_GT(federal, 200u);
}

TEST(Custody, OriginSaysWhatTheHoldRestedOn) {
  // With every record wrong but those of the unauthorised.
  const auto run = record_run(smooth_precinct(
      all_held({"errors.wrong_face=mode", "capture.several_faces=50 %", "capture.wrong_face=50 %",
                "errors.wrong_file=mode", "ice.wrong_reference=60 %",
                "policy.holds_without_call=50 %", "ice.handle_time=0 s", "period.days=3"})));
  std::array<std::size_t, kHoldOrigins> origins{};
  for (const auto& record : run.encounters) {
    if (!record.hold) continue;
    ++origins[index_of(record.hold->origin)];
    switch (record.hold->origin) {
      case HoldOrigin::kRightRecord:
        ASSERT_TRUE(is_removable(record));
        ASSERT_EQ(record.match_truth, MatchTruth::kOwn);
        break;
      case HoldOrigin::kWrongRecord:
        ASSERT_FALSE(is_removable(record));
        ASSERT_EQ(record.match_truth, MatchTruth::kOwn);
        break;
      case HoldOrigin::kFalseMatch:
        ASSERT_EQ(record.match_truth, MatchTruth::kOther);
        break;
      case HoldOrigin::kNoMatch:
        ASSERT_EQ(record.match_truth, MatchTruth::kNobody);
        break;
      case HoldOrigin::kOtherFace:
        ASSERT_NE(record.evidence.face, FaceShown::kPerson);
        break;
      case HoldOrigin::kOtherFile:
        ASSERT_TRUE(record.evidence.agent_had_wrong_file);
        break;
    }
  }
  for (const auto count : origins) EXPECT_GT(count, 20u);
}

TEST(Custody, TheOfficerIsFreeWhileThePersonIsHeld) {
  const auto run = record_run(smooth_precinct(all_held()));
  std::map<std::uint32_t, std::size_t> by_officer;
  for (const auto& record : run.encounters) ++by_officer[record.officer];
  std::size_t most = 0;
  for (const auto& [officer, holds] : by_officer) most = std::max(most, holds);
  EXPECT_GT(most, 10u) << "holds of a day by one officer, each of half a day";
}

}  // namespace
}  // namespace fieldtwin

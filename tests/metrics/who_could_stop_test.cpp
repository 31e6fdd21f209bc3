#include "metrics/who_could_stop.hpp"

#include <gmock/gmock.h>

#include <set>

#include "metrics/delays.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using Names = std::set<std::string_view>;
using enum HoldOrigin;
using enum HoldDecision;

Names names(const std::array<bool, kParties>& could) {
  Names out;
  for (std::size_t i = 0; i < kParties; ++i) {
    if (could[i]) out.insert(kPartyNames[i]);
  }
  return out;
}

EncounterRecord held(Status status, HoldOrigin origin, HoldDecision decision,
                     HoldEnd end = HoldEnd::kMistakeFound) {
  EncounterRecord record = held_scan(1, status, origin, decision, 4.0);
  record.hold->end = end;
  return record;
}

TEST(WhoCouldStop, ARightfulHoldHadNothingToStop) {
  EXPECT_EQ(names(could_stop_hold(held(Status::kUnauthorised, kRightRecord, kAgent))), Names{});
  EXPECT_EQ(names(could_stop_hold(plain_scan(1))), Names{});
  EXPECT_EQ(names(could_stop_wait(plain_scan(1))), Names{});
}

TEST(WhoCouldStop, AHoldByWhatItRestedOnAndWhoDecided) {
  const auto could = [](const EncounterRecord& record) { return names(could_stop_hold(record)); };
  EXPECT_EQ(could(held(Status::kUsBorn, kFalseMatch, kAgent)),
            (Names{"matcher", "desk", "custody"}));
  EXPECT_EQ(could(held(Status::kUsBorn, kFalseMatch, kAgent, HoldEnd::kFingerprints)),
            (Names{"matcher", "desk"}));
  EXPECT_EQ(could(held(Status::kUnauthorised, kFalseMatch, kOfficerAlone)),
            (Names{"matcher", "officer", "custody"}));
  EXPECT_EQ(could(held(Status::kUsBorn, kWrongRecord, kOfficerUnanswered)),
            (Names{"records", "officer", "desk", "custody"}));
  EXPECT_EQ(could(held(Status::kTemporary, kNoMatch, kAgent)), (Names{"desk", "custody"}));
  EXPECT_EQ(could(held(Status::kUsBorn, kOtherFile, kAgent)), (Names{"desk", "custody"}));
}

TEST(WhoCouldStop, AnotherFaceIsNotForTheDeskToSee) {
  EncounterRecord record = held(Status::kUsBorn, kOtherFace, kAgent);
  record.evidence.face = FaceShown::kBystander;
  EXPECT_EQ(names(could_stop_hold(record)), (Names{"officer", "custody"}));
  record.evidence.face = FaceShown::kPicture;
  EXPECT_EQ(names(could_stop_hold(record)), (Names{"matcher", "officer", "custody"}));
}

TEST(WhoCouldStop, PapersAndReleasesThatWereNotEntered) {
  EncounterRecord record = held(Status::kUsBorn, kWrongRecord, kAgent, HoldEnd::kFingerprints);
  EXPECT_EQ(names(could_stop_hold(record)), (Names{"records", "desk"}));
  record.evidence.showed_proof = true;
  record.evidence.release_not_entered = true;
  EXPECT_EQ(names(could_stop_hold(record)), (Names{"records", "officer", "desk", "custody"}));
}

TEST(WhoCouldStop, AProlongedStopByWhereItsTimeWent) {
  EncounterRecord record = plain_scan(1);
  record.steps = {
      {Seconds(160.0), StepKind::kScan},       {Seconds(460.0), StepKind::kSignedIn},
      {Seconds(470.0), StepKind::kCaptured},   {Seconds(500.0), StepKind::kAnswered, 1.0},
      {Seconds(500.0), StepKind::kCall},       {Seconds(600.0), StepKind::kAgent},
      {Seconds(1200.0), StepKind::kIceRelease}};
  record.ended = Seconds(1200.0);
  record.prolonged = true;
  record.prolonged_by = Seconds(400.0);
  EXPECT_EQ(names(could_stop_wait(record)), (Names{"officer", "desk"}));
  EXPECT_EQ(longest_delay(record), DelayAt::kAgent);
  record.prolonged_by = Seconds(320.0);
  EXPECT_EQ(names(could_stop_wait(record)), (Names{"systems", "officer", "desk"}));
}

TEST(WhoCouldStop, IsCountedForEachPartyAndTheWaitForWhatTookLongest) {
  Collector collector(small_scenario(), Draws(1, 0), RecordLevel::kNone);
  collector.encounter(held(Status::kUsBorn, kFalseMatch, kAgent));
  EncounterRecord wait = plain_scan(2);
  wait.steps = {{Seconds(160.0), StepKind::kScan}, {Seconds(260.0), StepKind::kSignedIn}};
  wait.prolonged = true;
  wait.prolonged_by = Seconds(36.0);
  collector.encounter(wait);
  const ReplicationResult result = collector.finish(officers(0, 0));
  const auto value = [&](Amount amount, Grouping dimension, std::string_view key) {
    for (const TallyRow& row : result.tally) {
      if (row.amount == amount && row.dimension == dimension && row.key == key) return row.value;
    }
    return 0.0;
  };
  const Amount any = wrongful_count(WrongfulKind::kAny);
  EXPECT_EQ(value(any, Grouping::kParty, "matcher"), 1.0);
  EXPECT_EQ(value(any, Grouping::kParty, "desk"), 1.0);
  EXPECT_EQ(value(any, Grouping::kParty, "records"), 0.0);
  EXPECT_EQ(value(Amount::kProlonged, Grouping::kDelay, "sign_in"), 1.0);
  EXPECT_EQ(value(Amount::kProlonged, Grouping::kParty, "systems"), 1.0);
  EXPECT_DOUBLE_EQ(value(Amount::kProlongedHours, Grouping::kStatus, "us_born"), 0.01);
  EXPECT_DOUBLE_EQ(result.total(Amount::kProlongedHours), 0.01);
}

}  // namespace
}  // namespace fieldtwin

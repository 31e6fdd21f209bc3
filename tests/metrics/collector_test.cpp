#include "metrics/collector.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <set>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

Collector make(RecordLevel level = RecordLevel::kCases) {
  return {small_scenario(), Draws(1, 0), level};
}

double in_category(const ReplicationResult& result, Amount amount, Grouping dimension,
                   const std::string& key) {
  for (const TallyRow& row : result.tally) {
    if (row.amount == amount && row.dimension == dimension && row.key == key) return row.value;
  }
  return 0.0;
}

TEST(Collector, CountsStopsScansAndFailures) {
  Collector collector = make();
  collector.stop_without_scan(SystemKind::kMobileIdentify, 1, Ethnicity::kAsian);
  collector.stop_without_scan(SystemKind::kMobileIdentify, 1, Ethnicity::kAsian);
  collector.encounter(plain_scan(0));
  constexpr std::array kFailures{ScanOutcome::kNoDevice, ScanOutcome::kNoSignIn,
                                 ScanOutcome::kNoCapture, ScanOutcome::kNoNetwork,
                                 ScanOutcome::kTimedOut};
  for (std::size_t i = 0; i < kFailures.size(); ++i) {
    EncounterRecord record;
    record.id = 10 + i;
    record.outcome = kFailures[i];
    for (std::size_t times = 0; times <= i; ++times) collector.encounter(record);
  }
  const ReplicationResult result = collector.finish(officers(9, 7));
  EXPECT_EQ(result.total(Amount::kStops), 18.0);
  EXPECT_EQ(result.total(Amount::kScans), 16.0);
  EXPECT_EQ(result.total(Amount::kAnswered), 1.0);
  EXPECT_EQ(result.total(Amount::kNoAction), 1.0);
  EXPECT_EQ(result.total(Amount::kSubmitted), 1.0);
  EXPECT_EQ(result.total(Amount::kFailedDevice), 1.0);
  EXPECT_EQ(result.total(Amount::kFailedSignIn), 2.0);
  EXPECT_EQ(result.total(Amount::kFailedCapture), 3.0);
  EXPECT_EQ(result.total(Amount::kFailedNetwork), 4.0);
  EXPECT_EQ(result.total(Amount::kFailedTimeout), 5.0);
  EXPECT_EQ(result.total(Amount::kOfficers), 9.0);
  EXPECT_EQ(result.total(Amount::kOfficersEquipped), 7.0);
  EXPECT_EQ(in_category(result, Amount::kStops, Grouping::kState, "FL"), 2.0);
  EXPECT_EQ(in_category(result, Amount::kStops, Grouping::kState, "TX"), 16.0);
  EXPECT_EQ(in_category(result, Amount::kOfficers, Grouping::kState, "TX"), 9.0);
}

TEST(Collector, SortsScansByWhatPeopleAre) {
  Collector collector = make();
  EncounterRecord girl = plain_scan(1);
  girl.sex = Sex::kFemale;
  girl.age = 17;
  girl.ethnicity = Ethnicity::kHispanic;
  girl.status = Status::kNaturalised;
  girl.state = 1;
  collector.encounter(girl);
  EncounterRecord old = plain_scan(2);
  old.age = 65;
  collector.encounter(old);
  const ReplicationResult result = collector.finish(officers(0, 0));
  const auto scans = [&](Grouping dimension, const char* key) {
    return in_category(result, Amount::kScans, dimension, key);
  };
  EXPECT_EQ(scans(Grouping::kState, "FL"), 1.0);
  EXPECT_EQ(scans(Grouping::kSex, "female"), 1.0);
  EXPECT_EQ(scans(Grouping::kSex, "male"), 1.0);
  EXPECT_EQ(scans(Grouping::kAge, "under_18"), 1.0);
  EXPECT_EQ(scans(Grouping::kAge, "18_to_64"), 0.0);
  EXPECT_EQ(scans(Grouping::kAge, "65_plus"), 1.0);
  EXPECT_EQ(scans(Grouping::kEthnicity, "hispanic"), 1.0);
  EXPECT_EQ(scans(Grouping::kStatus, "naturalised"), 1.0);
  EXPECT_EQ(scans(Grouping::kStatus, "us_born"), 1.0);
}

TEST(Collector, TellsTheErrorsOfIdentificationApart) {
  Collector collector = make();
  const auto search = [&](bool enrolled, MatchTruth truth, int times) {
    EncounterRecord record = plain_scan(0);
    record.enrolled = enrolled;
    record.match_truth = truth;
    for (int i = 0; i < times; ++i) collector.encounter(record);
  };
  search(true, MatchTruth::kOwn, 50);
  search(true, MatchTruth::kNobody, 3);
  search(true, MatchTruth::kOther, 2);
  search(false, MatchTruth::kNobody, 40);
  search(false, MatchTruth::kOther, 4);
  search(false, MatchTruth::kNotSearched, 9);
  const ReplicationResult result = collector.finish(officers(0, 0));
  EXPECT_EQ(result.total(Amount::kSearchedEnrolled), 55.0);
  EXPECT_EQ(result.total(Amount::kSearchedNotEnrolled), 44.0);
  EXPECT_EQ(result.total(Amount::kMissedMatches), 5.0);
  EXPECT_EQ(result.total(Amount::kFalsePositives), 4.0);
  EXPECT_EQ(result.total(Amount::kFalseMatches), 6.0);
}

TEST(Collector, JudgesHoldsByKind) {
  Collector collector = make();
  using enum HoldOrigin;
  using enum HoldDecision;
  // A citizen as somebody else: two kinds. A resident on a wrong record: two kinds. A removable
  // person as somebody else: one kind. A removable person on the right record: rightful.
  collector.encounter(held_scan(1, Status::kUsBorn, kFalseMatch, kAgent, 10.0));
  collector.encounter(held_scan(2, Status::kPermanentResident, kWrongRecord, kOfficerAlone, 20.0));
  collector.encounter(held_scan(3, Status::kUnauthorised, kFalseMatch, kOfficerUnanswered, 5.0));
  collector.encounter(held_scan(4, Status::kUnauthorised, kRightRecord, kAgent, 48.0));
  // A removable person on a wrong record is held rightfully as well.
  collector.encounter(held_scan(5, Status::kUnauthorised, kWrongRecord, kAgent, 1.0));
  const ReplicationResult result = collector.finish(officers(0, 0));
  const auto count = [&](WrongfulKind kind) { return result.total(wrongful_count(kind)); };
  const auto hours = [&](WrongfulKind kind) { return result.total(wrongful_hours(kind)); };
  EXPECT_EQ(result.total(Amount::kHolds), 5.0);
  EXPECT_EQ(result.total(Amount::kHoldHours), 84.0);
  EXPECT_EQ(count(WrongfulKind::kAny), 3.0);
  EXPECT_EQ(hours(WrongfulKind::kAny), 35.0);
  EXPECT_EQ(count(WrongfulKind::kUsCitizen), 1.0);
  EXPECT_EQ(hours(WrongfulKind::kUsCitizen), 10.0);
  EXPECT_EQ(count(WrongfulKind::kLawfulStatus), 1.0);
  EXPECT_EQ(hours(WrongfulKind::kLawfulStatus), 20.0);
  EXPECT_EQ(count(WrongfulKind::kFalseMatch), 2.0);
  EXPECT_EQ(hours(WrongfulKind::kFalseMatch), 15.0);
  EXPECT_EQ(count(WrongfulKind::kStaleRecord), 1.0);
  EXPECT_EQ(hours(WrongfulKind::kStaleRecord), 20.0);
  const Amount any = wrongful_count(WrongfulKind::kAny);
  EXPECT_EQ(in_category(result, any, Grouping::kCause, "false_match"), 2.0);
  EXPECT_EQ(in_category(result, any, Grouping::kDecision, "officer_alone"), 1.0);
  EXPECT_EQ(in_category(result, any, Grouping::kCauseAndDecision, "false_match/agent"), 1.0);
  EXPECT_EQ(in_category(result, any, Grouping::kStatus, "unauthorised"), 1.0);
  EXPECT_EQ(in_category(result, Amount::kHolds, Grouping::kCause, "right_record"), 1.0);
}

TEST(Collector, CountsHowHoldsEnd) {
  Collector collector = make();
  const std::array<HoldEnd, 4> ends{HoldEnd::kFingerprints, HoldEnd::kMistakeFound,
                                    HoldEnd::kTransfer, HoldEnd::kDetainerExpired};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    EncounterRecord record =
        held_scan(i, Status::kUsBorn, HoldOrigin::kFalseMatch, HoldDecision::kAgent, 1.0);
    record.hold->end = ends[i];
    record.hold->federal = true;
    for (std::size_t times = 0; times <= i; ++times) collector.encounter(record);
  }
  const ReplicationResult result = collector.finish(officers(0, 0));
  EXPECT_EQ(result.total(Amount::kCorrectedByFingerprints), 1.0);
  EXPECT_EQ(result.total(Amount::kMistakesFound), 2.0);
  EXPECT_EQ(result.total(Amount::kTransfers), 3.0);
  EXPECT_EQ(result.total(Amount::kDetainersExpired), 4.0);
  EXPECT_EQ(result.total(Amount::kFederal), 10.0);
}

TEST(Collector, MeasuresEachStage) {
  Collector collector = make();
  EncounterRecord record = plain_scan(1);
  record.sign_in = Seconds(32.0);
  record.call_waits = {Seconds(100.0), Seconds(300.0)};
  record.calls_abandoned = 1;
  record.agent_reached = true;
  collector.encounter(record);
  collector.encounter(plain_scan(2));
  const ReplicationResult result = collector.finish(officers(0, 0));
  ASSERT_EQ(result.latency.size(), kStages + 1);
  const auto sum = [&](Stage stage) { return result.latency[index_of(stage)].seconds.sum(); };
  EXPECT_EQ(sum(Stage::kSignIn), 32.0);
  EXPECT_EQ(sum(Stage::kUplink), 4.0);
  EXPECT_EQ(sum(Stage::kMatch), 8.0);
  EXPECT_EQ(sum(Stage::kAnswer), 32.0);
  EXPECT_EQ(sum(Stage::kIceWait), 400.0);
  EXPECT_EQ(sum(Stage::kDisposition), 200.0);
  EXPECT_EQ(result.latency.back().state, "TX");
  EXPECT_EQ(result.latency.back().seconds.sum(), 32.0);
  EXPECT_EQ(result.total(Amount::kFreshSignIns), 1.0);
  EXPECT_EQ(result.total(Amount::kScansCalled), 1.0);
  EXPECT_EQ(result.total(Amount::kScansReached), 1.0);
  EXPECT_EQ(result.total(Amount::kCalls), 2.0);
  EXPECT_EQ(result.total(Amount::kAbandoned), 1.0);
}

TEST(Collector, KeepsTheCasesThatWereAskedFor) {
  EncounterRecord wrongful =
      held_scan(9, Status::kUsBorn, HoldOrigin::kFalseMatch, HoldDecision::kAgent, 1.0);
  EncounterRecord prolonged = plain_scan(3);
  prolonged.prolonged = true;
  prolonged.prolonged_by = Seconds(90.0);
  const auto kept = [&](RecordLevel level) {
    Collector collector = make(level);
    collector.encounter(wrongful);
    collector.encounter(plain_scan(5));
    collector.encounter(prolonged);
    std::vector<std::uint64_t> ids;
    for (const EncounterRecord& record : collector.finish(officers(0, 0)).cases) {
      ids.push_back(record.id);
    }
    return ids;
  };
  EXPECT_THAT(kept(RecordLevel::kNone), testing::IsEmpty());
  EXPECT_THAT(kept(RecordLevel::kCases), testing::ElementsAre(3, 9));
  EXPECT_THAT(kept(RecordLevel::kAll), testing::ElementsAre(3, 5, 9));
}

TEST(Collector, CountsThePhotosThatStay) {
  Collector collector = make();
  EncounterRecord record = plain_scan(1);
  record.photo_stored = true;
  record.retention = 15.0 * kYear;
  collector.encounter(record);
  record.status = Status::kProtected;
  record.retention = 2.0 * kYear;
  collector.encounter(record);
  collector.encounter(plain_scan(2));
  const ReplicationResult result = collector.finish(officers(60, 50));
  EXPECT_EQ(result.total(Amount::kImages), 2.0);
  EXPECT_EQ(result.total(Amount::kCitizenImages), 1.0);
  EXPECT_DOUBLE_EQ(result.total(Amount::kImageYears), 17.0);
  EXPECT_EQ(result.total(Amount::kCopies), 4.0);
  EXPECT_EQ(result.total(Amount::kPeopleWithAccess), 100.0 + 50.0 + 10.0);
  EXPECT_EQ(result.total(Amount::kBreachedImages), 0.0);
  EXPECT_EQ(in_category(result, Amount::kImages, Grouping::kStatus, "protected"), 1.0);
}

TEST(Collector, RefusesOfficersOfOtherStates) {
  Collector collector = make();
  WorldTotals of_another_country;
  of_another_country.officers = {{1, 1}};
  EXPECT_THROW(collector.finish(of_another_country), std::invalid_argument);
}

TEST(Collector, FingerprintDoesNotDependOnTheOrderOfEncounters) {
  Collector forth = make();
  Collector back = make();
  for (std::uint64_t i = 0; i < 20; ++i) {
    forth.encounter(plain_scan(i));
    back.encounter(plain_scan(19 - i));
  }
  EXPECT_EQ(forth.finish(officers(1, 1)).fingerprint, back.finish(officers(1, 1)).fingerprint);
}

TEST(Collector, FingerprintSeesEveryKindOfEvent) {
  const auto fingerprint = [](auto happen) {
    Collector collector = make();
    collector.encounter(plain_scan(0));
    happen(collector);
    return collector.finish(officers(1, 1)).fingerprint.hex();
  };
  const auto call = [](Collector& c, double waited, Journal::CallEnd end) {
    c.call(Seconds(1.0), Seconds(waited), Journal::CallAbout::kScan, end);
  };
  const std::vector<std::string> prints{
      fingerprint([](Collector&) {}),
      fingerprint([](Collector& c) { c.encounter(plain_scan(1)); }),
      fingerprint([](Collector& c) { c.encounter(plain_scan(0)); }),
      fingerprint([](Collector& c) { c.stop_without_scan(SystemKind::kMobileIdentify, 0, Ethnicity::kWhite); }),
      fingerprint([&](Collector& c) { call(c, 5.0, Journal::CallEnd::kAgent); }),
      fingerprint([&](Collector& c) { call(c, 5.0, Journal::CallEnd::kAbandoned); }),
      fingerprint([&](Collector& c) { call(c, 5.1, Journal::CallEnd::kAgent); })};
  EXPECT_EQ(std::set<std::string>(prints.begin(), prints.end()).size(), prints.size());
}

}  // namespace
}  // namespace fieldtwin

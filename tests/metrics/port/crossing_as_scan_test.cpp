#include "metrics/port/crossing_as_scan.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

CrossingRecord crossed(std::uint64_t id, CrossingGap gap, CrossingEnd end) {
  CrossingRecord record;
  record.id = id;
  record.state = 1;
  record.age = 40;
  record.gap = gap;
  record.end = end;
  return record;
}

/// A photo of a visitor that the service keeps for 14 days and IDENT for 75 years, or of a citizen
/// that the service keeps for 12 hours.
CrossingRecord photographed(std::uint64_t id, Status status) {
  CrossingRecord record = crossed(id, CrossingGap::kNone, CrossingEnd::kConfirmed);
  const bool citizen = standing_of(status) == Standing::kCitizen;
  record.status = status;
  record.in_gallery = record.photographed = record.photo_kept = true;
  record.sent = Seconds(100.0);
  record.received = Seconds(100.1);
  record.retention = citizen ? 12_h : 14.0 * kDay;
  record.enrolled = citizen ? Seconds(0.0) : 75.0 * kYear;
  record.answer = Seconds(1.5);
  record.match = MatchTruth::kOwn;
  return record;
}

CrossingRecord held(std::uint64_t id) {
  CrossingRecord record = photographed(id, Status::kPermanentResident);
  record.gap = CrossingGap::kRecord;
  record.end = CrossingEnd::kHeld;
  record.hold =
      HoldRecord{HoldOrigin::kWrongRecord, HoldDecision::kOfficerAlone, HoldEnd::kMistakeFound, 6_h};
  return record;
}

ReplicationResult counted(const std::vector<CrossingRecord>& crossings) {
  Scenario scenario = small_scenario();
  auto partner = std::make_shared<Scenario>(scenario);
  partner->system = SystemKind::kTvs;
  scenario.partners = {partner};
  Collector collector(scenario, Draws(1, 0), RecordLevel::kAll);
  collector.encounter(plain_scan(1));
  for (const CrossingRecord& record : crossings) collector.crossing(record);
  return collector.finish(officers(4, 4));
}

double in_category(const ReplicationResult& result, Amount amount, Grouping dimension,
                   std::string_view key) {
  for (const TallyRow& row : result.tally) {
    if (row.amount == amount && row.dimension == dimension && row.key == key) return row.value;
  }
  return 0.0;
}

TEST(CrossingAsScan, FailsWhereTheCrossingDid) {
  const std::map<CrossingGap, ScanOutcome> outcomes{
      {CrossingGap::kOptOut, ScanOutcome::kDeclined},
      {CrossingGap::kCameraDown, ScanOutcome::kNoDevice},
      {CrossingGap::kNoPhoto, ScanOutcome::kNoCapture},
      {CrossingGap::kNoNetwork, ScanOutcome::kNoNetwork},
      {CrossingGap::kNoAnswer, ScanOutcome::kTimedOut},
      {CrossingGap::kNone, ScanOutcome::kAnswered},
      {CrossingGap::kNoMatch, ScanOutcome::kAnswered},
      {CrossingGap::kRecord, ScanOutcome::kAnswered}};
  for (std::size_t i = 0; i < kCrossingGaps; ++i) {
    const auto gap = static_cast<CrossingGap>(i);
    const CrossingRecord record = crossed(i, gap, CrossingEnd::kUnconfirmed);
    ASSERT_EQ(was_scanned(gap), outcomes.contains(gap)) << kCrossingGapNames[i];
    if (was_scanned(gap)) {
      EXPECT_EQ(as_scan(record).outcome, outcomes.at(gap)) << kCrossingGapNames[i];
    } else {
      EXPECT_THROW(as_scan(record), std::logic_error) << kCrossingGapNames[i];
    }
  }
}

TEST(CrossingAsScan, SpeaksForAHoldWhereTheRecordDoes) {
  EXPECT_EQ(as_scan(photographed(1, Status::kUsBorn)).app_answer, AppAnswer::kNoAction);
  EXPECT_EQ(as_scan(held(1)).app_answer, AppAnswer::kContactIce);
  CrossingRecord nobody = photographed(1, Status::kUsBorn);
  nobody.gap = CrossingGap::kNoMatch;
  EXPECT_EQ(as_scan(nobody).app_answer, AppAnswer::kNone);
  nobody.contact_ice = true;
  EXPECT_EQ(as_scan(nobody).app_answer, AppAnswer::kContactIce);
}

TEST(CrossingAsScan, IsAboutTheSamePerson) {
  CrossingRecord crossing = photographed(7, Status::kTemporary);
  crossing.person = 11;
  crossing.ethnicity = Ethnicity::kAsian;
  crossing.sex = Sex::kFemale;
  const EncounterRecord scan = as_scan(crossing);
  EXPECT_EQ(scan.person, 11u);
  EXPECT_EQ(scan.state, 1u);
  EXPECT_EQ(scan.ethnicity, Ethnicity::kAsian);
  EXPECT_EQ(scan.sex, Sex::kFemale);
  EXPECT_EQ(scan.age, 40);
  EXPECT_EQ(scan.status, Status::kTemporary);
}

TEST(Collector, CountsWhatWasNotEnteredAfterAHoldAtAPort) {
  CrossingRecord late = held(1), wrong = held(2);
  late.release_not_entered = true;
  wrong.record_left_wrong = true;
  const ReplicationResult result = counted({late, wrong, held(3)});
  EXPECT_EQ(in_category(result, Amount::kReleasesNotEntered, Grouping::kSystem, "tvs"), 1.0);
  EXPECT_EQ(in_category(result, Amount::kRecordsLeftWrong, Grouping::kSystem, "tvs"), 1.0);
  EXPECT_EQ(result.total(Amount::kReleasesNotEntered), 1.0);
}

TEST(Collector, CountsTravellersBesideTheOtherSystems) {
  const ReplicationResult result =
      counted({photographed(1, Status::kUsBorn), photographed(2, Status::kTemporary),
               crossed(3, CrossingGap::kSkipped, CrossingEnd::kUnconfirmed),
               crossed(4, CrossingGap::kOptOut, CrossingEnd::kDocuments), held(5)});
  const auto of_ports = [&](Amount amount) {
    return in_category(result, amount, Grouping::kSystem, "tvs");
  };
  EXPECT_EQ(of_ports(Amount::kStops), 5.0);
  EXPECT_EQ(of_ports(Amount::kScans), 4.0);
  EXPECT_EQ(of_ports(Amount::kAnswered), 3.0);
  EXPECT_EQ(of_ports(Amount::kHolds), 1.0);
  EXPECT_EQ(of_ports(wrongful_count(WrongfulKind::kAny)), 1.0);
  EXPECT_EQ(of_ports(wrongful_count(WrongfulKind::kLawfulStatus)), 1.0);
  EXPECT_EQ(of_ports(wrongful_hours(WrongfulKind::kAny)), 6.0);
  EXPECT_EQ(of_ports(Amount::kImages), 3.0);
  EXPECT_EQ(result.total(Amount::kStops), 6.0);
  EXPECT_EQ(result.total(Amount::kHolds), 1.0);
  EXPECT_EQ(result.total(Amount::kMistakesFound), 1.0);
  EXPECT_EQ(in_category(result, Amount::kHolds, Grouping::kState, "FL"), 1.0);
  EXPECT_EQ(in_category(result, wrongful_count(WrongfulKind::kAny), Grouping::kCause,
                        name_of(HoldOrigin::kWrongRecord)),
            1.0);
  // Of the encounters alone: their times, and cases to tell.
  EXPECT_EQ(result.cases.size(), 1u);
}

/// Whose, where, how long: those of citizens are gone after 12 hours, the others are in the service
/// for 14 days and in IDENT for longer than the horizon. None is on a device, in the store, or copied.
TEST(Collector, KeepsTheBooksOfPhotosThatWereTakenAtPorts) {
  const ReplicationResult without = counted({});
  std::vector<CrossingRecord> crossings;
  for (std::uint64_t i = 0; i < 600; ++i) {
    crossings.push_back(photographed(i, i % 3 == 0 ? Status::kUsBorn : Status::kTemporary));
  }
  const ReplicationResult result = counted(crossings);
  const auto at = [](const ReplicationResult& of, Amount amount, std::string_view place) {
    return in_category(of, amount, Grouping::kPlace, place);
  };
  const Scenario scenario = small_scenario();
  const double years = scenario.exposure.horizon.mean() / kYear;
  const double days = years * (kYear / kDay);
  using enum Amount;
  EXPECT_EQ(result.total(kImages), 600.0);
  EXPECT_EQ(result.total(kCitizenImages), 200.0);
  EXPECT_EQ(result.total(kCopies), without.total(kCopies));
  EXPECT_NEAR(at(result, kHorizonCreated, "service") - at(without, kHorizonCreated, "service"),
              600.0 * days, 1e-6 * days);
  EXPECT_NEAR(at(result, kHorizonCreated, "ident_hart") - at(without, kHorizonCreated, "ident_hart"),
              400.0 * days, 1e-6 * days);
  EXPECT_NEAR(at(result, kHorizonHeld, "ident_hart") - at(without, kHorizonHeld, "ident_hart"),
              400.0 * days, 1e-6 * days);
  // In the service within their time: Little's law.
  EXPECT_NEAR(at(result, kHorizonHeld, "service") - at(without, kHorizonHeld, "service"),
              200.0 * 0.5 + 400.0 * 14.0, 1e-6);
  for (const std::string_view place : {"device", "store", "tecs", "seacats", "state_agency"}) {
    EXPECT_EQ(at(result, kHorizonCreated, place), at(without, kHorizonCreated, place)) << place;
  }
  EXPECT_NEAR(in_category(result, kHorizonImageYears, Grouping::kStanding, "lawful") -
                  in_category(without, kHorizonImageYears, Grouping::kStanding, "lawful"),
              400.0 * days * years / 2.0 + 400.0 * 14.0 * (years - 7.0 / (kYear / kDay)), 1e-3);
  EXPECT_NEAR(result.total(kHorizonCreated),
              result.total(kHorizonHeld) + result.total(kHorizonOverdue) +
                  result.total(kHorizonDeleted),
              1e-9 * result.total(kHorizonCreated));
}

}  // namespace
}  // namespace fieldtwin

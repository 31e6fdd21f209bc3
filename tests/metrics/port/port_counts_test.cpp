#include "metrics/port/port_counts.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace fieldtwin {
namespace {

CrossingRecord confirmed(std::uint64_t id, Status status) {
  CrossingRecord record;
  record.id = id;
  record.status = status;
  record.in_gallery = record.photographed = record.photo_kept = true;
  const bool citizen = standing_of(status) == Standing::kCitizen;
  record.retention = citizen ? 12_h : 14.0 * kDay;
  record.enrolled = citizen ? Seconds(0.0) : 75.0 * kYear;
  record.waited = Seconds(30.0);
  record.answer = Seconds(1.5);
  record.match = MatchTruth::kOwn;
  return record;
}

double value(const std::array<double, kPortAmounts>& sums, PortAmount amount) {
  return sums[index_of(amount)];
}

TEST(PortCounts, AddUpWhatHappened) {
  PortCounts counts(2.0);
  counts.crossing(confirmed(1, Status::kUsBorn));
  counts.crossing(confirmed(2, Status::kTemporary));
  CrossingRecord missed = confirmed(3, Status::kNaturalised);
  missed.match = MatchTruth::kNobody;
  missed.answer = Seconds(2.5);
  missed.gap = CrossingGap::kNoMatch;
  missed.end = CrossingEnd::kDocuments;
  missed.documents_checked = true;
  counts.crossing(missed);
  CrossingRecord held = confirmed(4, Status::kPermanentResident);
  held.match = MatchTruth::kOther;
  held.gap = CrossingGap::kRecord;
  held.end = CrossingEnd::kHeld;
  held.hold =
      HoldRecord{HoldOrigin::kFalseMatch, HoldDecision::kOfficerAlone, HoldEnd::kFingerprints, 5_h};
  counts.crossing(held);
  counts.boarding({0, 4, 400.0, 1_h, 1_h + 6_min});

  const auto sums = counts.finish();
  EXPECT_EQ(value(sums, PortAmount::kDays), 2.0);
  EXPECT_EQ(value(sums, PortAmount::kTravellers), 4.0);
  EXPECT_EQ(value(sums, PortAmount::kCitizens), 2.0);
  EXPECT_EQ(value(sums, PortAmount::kAnswered), 4.0);
  EXPECT_EQ(value(sums, PortAmount::kMatched), 3.0);
  EXPECT_EQ(value(sums, PortAmount::kFalseMatches), 1.0);
  EXPECT_EQ(value(sums, PortAmount::kMissedMatches), 2.0);
  EXPECT_EQ(value(sums, PortAmount::kAnsweredInTime), 3.0);
  EXPECT_EQ(value(sums, PortAmount::kDocumentChecks), 1.0);
  EXPECT_EQ(value(sums, PortAmount::kHeldWrongly), 1.0);
  EXPECT_EQ(value(sums, PortAmount::kWrongfulHours), 5.0);
  EXPECT_EQ(value(sums, PortAmount::kCitizenImageHours), 24.0);
  EXPECT_NEAR(value(sums, PortAmount::kOtherImageYears), 2.0 * (75.0 + 14.0 * kDay / kYear), 1e-9);
  EXPECT_EQ(value(sums, PortAmount::kDelayedFlights), 1.0);
  EXPECT_NEAR(value(sums, PortAmount::kDelayMinutes), 6.0, 1e-9);
  EXPECT_EQ(value(sums, ended(CrossingEnd::kConfirmed)), 2.0);
  EXPECT_EQ(value(sums, missed_by(CrossingGap::kRecord)), 1.0);
}

TEST(PortCounts, SayNothingOfNoPort) {
  const PortCounts counts(1.0);
  EXPECT_TRUE(counts.empty());
  for (const double sum : counts.finish()) EXPECT_EQ(sum, 0.0);
}

TEST(PortCounts, AFingerprintShowsEveryDifference) {
  const auto fingerprint = [](const CrossingRecord& record) {
    PortCounts counts(1.0);
    counts.crossing(record);
    return counts.fingerprint();
  };
  const CrossingRecord usual = confirmed(1, Status::kUsBorn);
  CrossingRecord other = usual;
  other.end = CrossingEnd::kSecondary;
  EXPECT_NE(fingerprint(usual), fingerprint(other));
  other = usual;
  other.waited = Seconds(31.0);
  EXPECT_NE(fingerprint(usual), fingerprint(other));
  EXPECT_NE(fingerprint(usual), fingerprint(confirmed(1, Status::kTemporary)));
}

}  // namespace
}  // namespace fieldtwin

#include "agents/port/crossing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "agents/port/port_matcher.hpp"
#include "recorded_port.hpp"

namespace fieldtwin {
namespace {

/// Four standard deviations of a share among so many.
double band(double p, double n) {
  return 4.0 * std::sqrt(p * (1.0 - p) / n);
}

/// Every traveller of every flight ends in one way, whatever goes wrong.
TEST(Crossing, LosesNobody) {
  const PortRecording recording = record_port(
      airport({"port.flights=10", "port.checkpoint.travellers=1500", "port.impostors=5 %",
               "port.camera.availability=70 %", "port.network.availability=70 %",
               "port.network.loss=10 %", "service.availability=80 %",
               "port.secondary.referred=100 %", "records.wrong.us_born=30 %"}));
  EXPECT_EQ(recording.crossings.size(), 10u * 420u + 1500u);
  EXPECT_EQ(recording.boardings.size(), 10u);
  std::set<std::uint64_t> ids;
  std::map<CrossingEnd, int> ends;
  for (const CrossingRecord& record : recording.crossings) {
    EXPECT_TRUE(ids.insert(record.id).second);
    ++ends[record.end];
    EXPECT_GE(record.ended, record.joined + record.waited);
    EXPECT_EQ(record.hold.has_value(), record.end == CrossingEnd::kHeld);
    EXPECT_EQ(record.gap == CrossingGap::kNone, record.end == CrossingEnd::kConfirmed);
    EXPECT_EQ(record.answer.has_value(), record.match != MatchTruth::kNotSearched);
    if (record.answer) {
      EXPECT_TRUE(record.photographed && record.photo_kept);
    }
    if (record.documents_checked) {
      EXPECT_NE(record.end, CrossingEnd::kConfirmed);
    }
  }
  for (std::size_t i = 0; i < kCrossingEnds; ++i) {
    EXPECT_GT(ends[static_cast<CrossingEnd>(i)], 0) << kCrossingEndNames[i];
  }
}

/// What stands in the way is independent, and shows in this order, so that the shares multiply.
TEST(Crossing, CapturesByTheProductOfItsShares) {
  const PortRecording recording = record_port(smooth_airport(
      {"port.flights=60", "port.opt_out_citizens=10 %", "port.camera.excluded=20 %",
       "port.camera.usable.good=60 %", "port.camera.attempts=2", "port.network.loss=5 %"}));
  const double n = static_cast<double>(recording.crossings.size());
  const double opted = 0.52 * 0.1, excluded = (1.0 - opted) * 0.2;
  const double tried = 1.0 - opted - excluded, unusable = tried * 0.4 * 0.4;
  const double lost = (tried - unusable) * 0.05;
  EXPECT_NEAR(recording.share_of(CrossingGap::kOptOut), opted, band(opted, n));
  EXPECT_NEAR(recording.share_of(CrossingGap::kExcluded), excluded, band(excluded, n));
  EXPECT_NEAR(recording.share_of(CrossingGap::kNoPhoto), unusable, band(unusable, n));
  EXPECT_NEAR(recording.share_of(CrossingGap::kNoAnswer), lost, band(lost, n));
}

/// Matched when captured: on the manifest with a photo, and not missed; or taken for another.
TEST(Crossing, MatchesByTheProductOfItsShares) {
  const Scenario scenario =
      smooth_airport({"port.flights=60", "port.manifest.missing=4 %",
                      "port.manifest.no_photo.citizen=5 %", "port.manifest.no_photo.lawful=5 %",
                      "port.manifest.no_photo.removable=5 %", "port.matcher.fpir=0.001 %"});
  const PortRecording recording = record_port(scenario);
  const double n = static_cast<double>(recording.crossings.size());
  // The matcher's law at the gate's mean gallery.
  double gallery = 0.0;
  for (const BoardingRecord& boarding : recording.boardings) gallery += boarding.gallery / 60.0;
  EXPECT_NEAR(gallery, 420.0 * 0.96 * 0.95, 4.0 * std::sqrt(420.0 * 0.912 * 0.088 / 60.0));
  const double fnir = 0.0396 * std::pow((gallery / 1e-5) / (1.6e6 / 3e-3), 0.17);
  const double expected = 0.96 * 0.95 * (1.0 - fnir);
  EXPECT_NEAR(recording.share([](const CrossingRecord& r) { return r.match == MatchTruth::kOwn; }),
              expected, band(expected, n));
}

TEST(Crossing, SendsNobodyToTheCameraWithoutStaff) {
  const PortRecording recording =
      record_port(smooth_airport({"port.flights=2", "port.staff.absent=100 %"}));
  EXPECT_EQ(recording.share_of(CrossingGap::kNoStaff), 1.0);
  EXPECT_EQ(recording.share_of(CrossingEnd::kUnconfirmed), 1.0);
}

TEST(Crossing, ChecksTheDocumentsOfThoseWhoOptOutOrAreNotFound) {
  const PortRecording recording = record_port(
      smooth_airport({"port.flights=10", "port.opt_out_citizens=50 %", "port.manifest.missing=20 %",
                      "port.documents.false_reject=0 %"}));
  for (const CrossingRecord& record : recording.crossings) {
    const bool by_hand = record.gap == CrossingGap::kOptOut || record.gap == CrossingGap::kNoMatch;
    EXPECT_EQ(record.documents_checked, by_hand);
    EXPECT_EQ(record.end, by_hand ? CrossingEnd::kDocuments : CrossingEnd::kConfirmed);
    if (record.gap == CrossingGap::kOptOut) {
      EXPECT_FALSE(record.photographed);
      EXPECT_EQ(standing_of(record.status), Standing::kCitizen);
    }
  }
}

/// An officer accepts another's passport with the published 14 %.
TEST(Crossing, FindsImpostorsAsOftenAsOfficersDo) {
  const PortRecording recording = record_port(
      smooth_airport({"port.flights=60", "port.impostors=30 %", "port.documents.false_accept=14 %",
                      "port.matcher.fpir=0.001 %"}));
  double impostors = 0.0, passed = 0.0;
  for (const CrossingRecord& record : recording.crossings) {
    if (!record.impostor) continue;
    EXPECT_FALSE(record.in_gallery);
    ++impostors;
    if (record.end != CrossingEnd::kRefused) ++passed;
  }
  EXPECT_NEAR(passed / impostors, 0.14, band(0.14, impostors));
}

TEST(Crossing, HoldsOnAWrongRecordUnlessSecondarySeesIt) {
  const std::vector<std::string> overrides{"port.flights=20", "port.secondary.referred=100 %",
                                           "records.wrong.us_born=50 %",
                                           "port.secondary.finds_standing=75 %"};
  const PortRecording recording = record_port(smooth_airport(overrides));
  double wrong = 0.0, held = 0.0;
  for (const CrossingRecord& record : recording.crossings) {
    if (record.status != Status::kUsBorn || record.gap != CrossingGap::kRecord) continue;
    ++wrong;
    if (record.end != CrossingEnd::kHeld) continue;
    ++held;
    EXPECT_EQ(record.hold->origin, HoldOrigin::kWrongRecord);
    EXPECT_GT(record.hold->length, 0_h);
  }
  ASSERT_GT(wrong, 500.0);
  EXPECT_NEAR(held / wrong, 0.25, band(0.25, wrong));
}

/// "Contact ICE" in the place of the document check: nobody's documents are checked, officers call
/// and hold.
TEST(Crossing, CallsIceInlandInPlaceOfTheDocumentCheck) {
  const PortRecording recording =
      record_port(smooth_airport({"port.flights=10", "port.manifest.missing=30 %",
                                  "port.on_doubt=contact_ice", "port.documents.carried=0 %"}));
  std::size_t told = 0, held = 0;
  for (const CrossingRecord& record : recording.crossings) {
    EXPECT_FALSE(record.documents_checked);
    told += record.contact_ice ? 1 : 0;
    held += record.end == CrossingEnd::kHeld ? 1 : 0;
    if (record.end == CrossingEnd::kHeld) {
      EXPECT_TRUE(record.contact_ice);
    }
  }
  EXPECT_GT(told, 1000u);
  EXPECT_GT(held, 0u);
  EXPECT_GT(recording.calls, told / 2);
}

TEST(Crossing, IsTheSameInEveryRun) {
  const Scenario scenario = airport({"port.flights=3"});
  const PortRecording one = record_port(scenario), other = record_port(scenario);
  ASSERT_EQ(one.crossings.size(), other.crossings.size());
  for (std::size_t i = 0; i < one.crossings.size(); ++i) {
    EXPECT_EQ(one.crossings[i].id, other.crossings[i].id);
    EXPECT_EQ(one.crossings[i].ended, other.crossings[i].ended);
    EXPECT_EQ(one.crossings[i].end, other.crossings[i].end);
  }
}

}  // namespace
}  // namespace fieldtwin

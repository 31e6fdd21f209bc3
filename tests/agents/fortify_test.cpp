/// Mobile Fortify as it is shipped: the number of scans a day follows from who is in the street.

#include <gtest/gtest.h>

#include <algorithm>

#include "agents/federal_officers.hpp"
#include "recorded_run.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

/// The reported rate: 100,000 uses in 220 to 240 days (complaint of Illinois and Chicago, January
/// 2026).
constexpr double kReportedLow = 420.0;
constexpr double kReportedHigh = 460.0;

TEST(Fortify, ScansADayLandInTheReportedRangeAndAreToldNowhere) {
  // The product of the mechanisms, each a parameter of its own: officers with the app, the share in
  // the street, the people they stop, and the share scanned of those with and without an ID. None of
  // them knows the number of scans.
  double scans = 0.0;
  constexpr std::uint32_t kReplications = 12;
  const Scenario scenario = load_scenario("mobile-fortify", {"network.fidelity=delay"}).scenario;
  for (std::uint32_t i = 0; i < kReplications; ++i) {
    scans += static_cast<double>(record_run(scenario, 1, i).encounters.size()) / kReplications;
  }
  EXPECT_GT(scans, kReportedLow);
  EXPECT_LT(scans, kReportedHigh);
}

TEST(Fortify, TwiceTheStopsAreTwiceTheScans) {
  const auto scans = [](const std::string& stops) {
    const Scenario scenario =
        load_scenario("mobile-fortify", {"network.fidelity=delay", "encounters.stops_per_shift=" + stops})
            .scenario;
    return static_cast<double>(record_run(scenario).encounters.size());
  };
  EXPECT_NEAR(scans("2.5") / scans("1.25"), 2.0, 0.35);
}

TEST(Fortify, OfficersAreWhereTheForeignBornLive) {
  const Scenario scenario = load_scenario("mobile-fortify").scenario;
  std::uint32_t all = 0, most = 0;
  std::string where;
  for (const StatePresence& presence : federal_officers(scenario)) {
    all += presence.officers;
    if (presence.officers > most) {
      most = presence.officers;
      where = scenario.tables.states[presence.state].postal;
    }
  }
  EXPECT_EQ(all, 7000u);
  EXPECT_EQ(where, "CA");
}

std::vector<std::string> busy(const std::vector<std::string>& more) {
  std::vector<std::string> out{"network.fidelity=delay", "programme.states=[FL, TX]",
                               "programme.officers_trained=100", "officers.on_duty=100 %",
                               "encounters.stops_per_shift=20", "matcher.fpir=20 %",
                               "records.removable_share=40 %"};
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

std::size_t wrongful(const std::vector<std::string>& more) {
  const Recording run = record_run(load_scenario("mobile-fortify", busy(more)).scenario);
  return static_cast<std::size_t>(std::ranges::count_if(
      run.encounters, [](const EncounterRecord& record) { return wrongful_kinds(record).any(); }));
}

TEST(Fortify, DocumentsThatCountPreventWrongfulHolds) {
  EXPECT_LT(wrongful({"fortify.match_weight=documents_count", "policy.documents_honoured=90 %"}),
            wrongful({"fortify.match_weight=definitive", "policy.documents_honoured=90 %"}));
}

TEST(Fortify, BothFaceAndPrintsMakeFewerFalseMatchesThanTheFaceAlone) {
  const auto others = [](const std::string& fusion) {
    const Recording run = record_run(
        load_scenario("mobile-fortify",
                      busy({"fingerprints.taken=100 %", "fingerprints.fusion=" + fusion}))
            .scenario);
    return std::ranges::count(run.encounters, MatchTruth::kOther, &EncounterRecord::match_truth);
  };
  const auto face = others("face_only"), either = others("either"), both = others("both");
  EXPECT_LT(either, face);
  EXPECT_EQ(both, 0);
}

TEST(Fortify, PhotosAreKeptForFifteenYears) {
  const Recording run = record_run(load_scenario("mobile-fortify", busy({})).scenario);
  std::size_t kept = 0;
  for (const EncounterRecord& record : run.encounters) {
    if (!record.photo_stored) continue;
    ++kept;
    ASSERT_EQ(record.retention, kYear * 15.0);
  }
  EXPECT_GT(kept, 100u);
}

}  // namespace
}  // namespace fieldtwin

/// From the gate to the street, in the steps of scenarios/studies/tvs-to-street: the same
/// travellers under the same luck.

#include <gtest/gtest.h>

#include <map>

#include "recorded_port.hpp"
#include "scenarios/load.hpp"
#include "scenarios/reader/catalogue.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

const std::vector<std::string> kSteps{"1-checkpoint",    "2-200-million",    "2-threshold-left",
                                      "3-1200-million",  "4-street-capture", "5-no-opt-out",
                                      "6-few-documents", "7-kept-15-years"};

std::string file_of(const std::string& step) {
  return (default_data_root() / "studies" / "tvs-to-street" / (step + ".yaml")).string();
}

PortRecording walk(const std::string& scenario) {
  return record_port(load_scenario(scenario, {"port.flights=3"}).scenario);
}

double matched(const PortRecording& recording) {
  double answered = 0.0, own = 0.0;
  for (const CrossingRecord& record : recording.crossings) {
    if (!record.answer) continue;
    ++answered;
    own += record.match == MatchTruth::kOwn ? 1.0 : 0.0;
  }
  return own / answered;
}

double taken_for_another(const PortRecording& recording) {
  return recording.share([](const CrossingRecord& r) { return r.match == MatchTruth::kOther; });
}

TEST(Street, EveryValueOfAStepHasASourceOrAnAssumption) {
  for (const std::string& step : kSteps) {
    const ResolvedScenario resolved = load_scenario(file_of(step));
    for (const Parameter& parameter : parameters()) {
      if (!parameter.applies_to(resolved.scenario)) continue;
      const Provenance& from = resolved.provenance.at(parameter.path);
      EXPECT_NE(from.source.has_value(), from.assumption.has_value()) << step << parameter.path;
    }
  }
}

TEST(Street, MissesMoreAsTheGalleryGrowsAndThePhotoGetsWorse) {
  double before = matched(walk("tvs-airport"));
  for (const char* step : {"1-checkpoint", "2-200-million", "3-1200-million", "4-street-capture"}) {
    const double after = matched(walk(file_of(step)));
    EXPECT_LT(after, before) << step;
    before = after;
  }
}

TEST(Street, AThresholdThatIsLeftNamesStrangers) {
  EXPECT_LT(taken_for_another(walk(file_of("2-200-million"))), 0.002);
  EXPECT_GT(taken_for_another(walk(file_of("2-threshold-left"))), 0.02);
}

TEST(Street, HoldsWhereTheGateChecksDocuments) {
  const PortRecording before = walk(file_of("7-kept-15-years")), after = walk("tvs-to-street");
  ASSERT_EQ(before.crossings.size(), after.crossings.size());
  EXPECT_GT(before.share([](const CrossingRecord& r) { return r.documents_checked; }), 0.05);
  EXPECT_EQ(after.share([](const CrossingRecord& r) { return r.gap == CrossingGap::kOptOut; }),
            0.0);
  EXPECT_GT(after.share_of(CrossingEnd::kHeld), 10.0 * before.share_of(CrossingEnd::kHeld));
  EXPECT_GT(after.share([](const CrossingRecord& r) { return r.contact_ice; }), 0.05);
}

/// A step changes what it says, and nobody else's luck.
TEST(Street, TheTravellersAreTheSame) {
  const PortRecording before = walk("tvs-airport"), after = walk("tvs-to-street");
  const auto by_id = [](const PortRecording& recording) {
    std::map<std::uint64_t, std::uint64_t> people;
    for (const CrossingRecord& record : recording.crossings) people[record.id] = record.person;
    return people;
  };
  EXPECT_EQ(by_id(before), by_id(after));
}

}  // namespace
}  // namespace fieldtwin

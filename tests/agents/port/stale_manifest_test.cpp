/// Old manifests: who is missing from the galleries, what becomes of them, and that nobody else is
/// touched.

#include "agents/faults/stale_manifest.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "agents/port/flight_schedule.hpp"
#include "agents/replication.hpp"
#include "recorded_port.hpp"
#include "scenarios/epochs.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

constexpr Seconds kFrom = 10_h, kUntil = 14_h;

Fault stale(double share, std::string state = {}) {
  Fault fault;
  fault.kind = FaultKind::kStaleManifest;
  fault.name = "old";
  fault.state = std::move(state);
  fault.from = kFrom;
  fault.until = kUntil;
  fault.share = Probability(share);
  return fault;
}

Scenario with(Scenario scenario, const Fault& fault) {
  scenario.faults = {fault};
  scenario.epochs = epochs_of(scenario);
  return scenario;
}

/// Their crossings in either world, by number.
struct Pair {
  std::map<std::uint64_t, CrossingRecord> ever, is;
};

Pair with_and_without(const Scenario& scenario, const Fault& fault) {
  Pair pair;
  for (const CrossingRecord& record : record_port(scenario).crossings) {
    pair.ever[record.id] = record;
  }
  for (const CrossingRecord& record : record_port(with(scenario, fault)).crossings) {
    pair.is[record.id] = record;
  }
  return pair;
}

/// The flights that begin to board in the window.
std::map<std::uint32_t, bool> boards_in_window(const Scenario& scenario) {
  std::map<std::uint32_t, bool> out;
  for (const Flight& flight : flights_of(scenario, Draws(1, 0))) {
    out[flight.number] = kFrom <= flight.begins && flight.begins < kUntil;
  }
  return out;
}

std::uint32_t flight_of(std::uint64_t id) {
  return static_cast<std::uint32_t>(id >> 24 & 0xffff'ffff);
}

double band(double p, double n) {
  return 4.0 * std::sqrt(p * (1.0 - p) / n);
}

TEST(StaleManifest, SendsItsShareOfTheWindowsTravellersToTheDocumentCheck) {
  const Scenario scenario = smooth_airport({"port.flights=24"});
  const Pair pair = with_and_without(scenario, stale(0.3));
  const auto in_window = boards_in_window(scenario);
  ASSERT_EQ(pair.is.size(), pair.ever.size()) << "a traveller is lost";
  double travellers = 0.0, missing = 0.0, checked = 0.0;
  for (const auto& [id, record] : pair.is) {
    const CrossingRecord& before = pair.ever.at(id);
    ASSERT_EQ(record.person, before.person);
    ASSERT_EQ(record.status, before.status);
    if (!in_window.at(flight_of(id))) {
      ASSERT_EQ(record.in_gallery, before.in_gallery);
      ASSERT_EQ(record.end, before.end);
      ASSERT_EQ(record.ended, before.ended);
      continue;
    }
    ++travellers;
    if (record.in_gallery) continue;
    ++missing;
    EXPECT_TRUE(before.in_gallery);
    if (record.match != MatchTruth::kNobody) continue;  // taken for somebody else
    ++checked;
    EXPECT_EQ(record.gap, CrossingGap::kNoMatch);
    EXPECT_TRUE(record.documents_checked);
  }
  ASSERT_GT(travellers, 1000.0);
  EXPECT_NEAR(missing / travellers, 0.3, band(0.3, travellers));
  EXPECT_GT(checked, 0.99 * missing);
}

TEST(StaleManifest, OfALargerShareMissesThoseOfASmallerOneAndOthers) {
  const Scenario scenario = smooth_airport({"port.flights=24"});
  const Pair small = with_and_without(scenario, stale(0.1));
  const Pair large = with_and_without(scenario, stale(0.4));
  std::size_t more = 0;
  for (const auto& [id, record] : large.is) {
    const bool in_small = small.is.at(id).in_gallery;
    EXPECT_LE(record.in_gallery, in_small);
    more += in_small && !record.in_gallery ? 1 : 0;
  }
  EXPECT_GT(more, 100u);
}

TEST(StaleManifest, IsSeenAtACheckpointWhileItLasts) {
  const Pair pair = with_and_without(
      smooth_airport({"port.flights=0", "port.checkpoint.travellers=4000"}), stale(0.25));
  double travellers = 0.0, missing = 0.0;
  for (const auto& [id, record] : pair.is) {
    const bool in_window = kFrom <= record.joined && record.joined < kUntil;
    if (!in_window) {
      EXPECT_TRUE(record.in_gallery);
      continue;
    }
    ++travellers;
    missing += record.in_gallery ? 0.0 : 1.0;
  }
  ASSERT_GT(travellers, 500.0);
  EXPECT_NEAR(missing / travellers, 0.25, band(0.25, travellers));
}

TEST(StaleManifest, IsOfItsStateAlone) {
  const std::vector<Fault> faults{stale(0.2, "FL"), stale(0.5, "TX"), stale(0.3)};
  EXPECT_EQ(missed_by_stale_manifest(faults, "FL", kFrom), Probability(0.3));
  EXPECT_EQ(missed_by_stale_manifest(faults, "TX", kFrom), Probability(0.5));
  EXPECT_EQ(missed_by_stale_manifest(faults, "TX", kUntil), Probability(0.0));
}

/// The time line has the document checks of the window, beside the same day without the event; and
/// the end of every replication has checked that nobody is lost.
TEST(StaleManifest, ShowsInTheTimeLineAndCountsInTheEnds) {
  const Scenario scenario = with(smooth_airport({"port.flights=24"}), stale(0.3));
  const auto result = simulate_for_study(scenario, 1, 0, RecordLevel::kNone, {});
  EXPECT_EQ(result.faults.at(0).kind, "stale_manifest");
  double checked = 0.0, without = 0.0, travellers = 0.0;
  for (std::size_t i = 0; i < result.timeline.size(); ++i) {
    const TimelineBin& is = result.timeline[i];
    const TimelineBin& ever = result.timeline_without.at(i);
    travellers += is.sums[index_of(Measure::kTravellers)];
    EXPECT_EQ(is.sums[index_of(Measure::kTravellers)], ever.sums[index_of(Measure::kTravellers)]);
    checked += is.sums[index_of(Measure::kManualChecks)];
    without += ever.sums[index_of(Measure::kManualChecks)];
    if (is.bin * kTimelineBin < kFrom) {
      EXPECT_EQ(is, ever);
    }
  }
  EXPECT_EQ(travellers, 24.0 * 420.0);
  EXPECT_GT(checked, without + 300.0);
  double ends = 0.0;
  for (std::size_t i = 0; i < kCrossingEnds; ++i) {
    ends += result.total(port(ended(static_cast<CrossingEnd>(i))));
  }
  EXPECT_EQ(ends, travellers);
}

/// Of the world's first scenario, like a failing service: a partner's ports are hit.
TEST(StaleManifest, HitsThePortsOfAPartner) {
  const std::string event =
      "faults+={event: stale_manifest, from: 0 h, until: 24 h, share: 50 %}";
  const auto missing = [](const std::vector<std::string>& overrides) {
    std::vector<std::string> all{"network.fidelity=delay"};  // no engine: several runs here
    all.insert(all.end(), overrides.begin(), overrides.end());
    return record_port(load_scenario("precinct", all).scenario)
        .share([](const CrossingRecord& record) { return !record.in_gallery; });
  };
  const std::string ports = "together=[{extends: tvs-airport, port: {flights: 4}}]";
  EXPECT_LT(missing({ports}), 0.05);
  EXPECT_NEAR(missing({ports, event}), 0.5, 0.07);
}

}  // namespace
}  // namespace fieldtwin

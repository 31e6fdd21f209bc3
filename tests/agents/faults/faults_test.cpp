/// Each fault moves what it should and nothing else: under common random numbers the encounters
/// that it does not touch are the same to the last step.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "agents/faults/capacity_faults.hpp"
#include "agents/replication.hpp"
#include "metrics/fingerprint.hpp"
#include "recorded_run.hpp"
#include "scenarios/epochs.hpp"
#include "some_faults.hpp"

namespace fieldtwin {
namespace {

/// Many scans that nothing couples: nobody calls ICE, and servers abound.
std::vector<std::string> uncoupled(std::vector<std::string> more = {}) {
  more.insert(more.end(), {"encounters.stops_per_shift=20", "policy.releases_without_call=100 %",
                           "programme.states=[FL, TX]"});
  return more;
}

constexpr Seconds kFrom = 12_h;
constexpr Seconds kUntil = 14_h;

Fault fault_of(FaultKind kind, std::string state = {}) {
  return shortage(kind, kFrom, kUntil, Probability(1.0), std::move(state));
}

struct Pair {
  std::map<std::uint64_t, EncounterRecord> ever;
  std::map<std::uint64_t, EncounterRecord> is;
};

Pair with_and_without(Scenario scenario, const Fault& fault) {
  Pair pair;
  pair.ever = record_run(scenario).by_id();
  scenario.faults = {fault};
  scenario.epochs = epochs_of(scenario);
  pair.is = record_run(scenario).by_id();
  return pair;
}

bool is_same(const Pair& pair, const EncounterRecord& record) {
  const auto found = pair.is.find(record.id);
  return found != pair.is.end() && fingerprint_of(found->second) == fingerprint_of(record);
}

/// Whether the encounter is over before the fault begins.
bool is_before(const EncounterRecord& record) {
  return record.ended + record.silent_wait < kFrom && record.scan_began < kFrom - 30_min;
}

TEST(CarrierFault, TakesItsShareOfTheDevicesOfTheState) {
  const Scenario scenario = smooth_precinct(uncoupled({"programme.officers_trained=300"}));
  Fault fault = fault_of(FaultKind::kCarrier, "FL");
  fault.share = Probability(0.35);
  const Pair pair = with_and_without(scenario, fault);
  std::map<std::uint32_t, bool> cut;  // by officer who sent something in the window
  for (const auto& [id, record] : pair.ever) {
    const bool florida = scenario.tables.states[record.state].postal == "FL";
    if (!florida || is_before(record)) {
      ASSERT_TRUE(is_same(pair, record)) << id;
      continue;
    }
    const Step* captured = find_step(record, StepKind::kCaptured);
    if (captured == nullptr || captured->time < kFrom || captured->time > kUntil - 2_min) continue;
    const auto is = pair.is.find(id);
    if (is == pair.is.end()) continue;  // the officer was late for it
    cut[record.officer] = find_step(is->second, StepKind::kTransferLost) != nullptr;
  }
  ASSERT_GT(cut.size(), 25u);
  const auto without_network = static_cast<double>(
      std::ranges::count_if(cut, [](const auto& entry) { return entry.second; }));
  EXPECT_NEAR(without_network / static_cast<double>(cut.size()), 0.35, 0.22);
}

TEST(CarrierFault, OfALargerShareHasTheDevicesOfASmallerOne) {
  Scenario scenario = smooth_precinct(uncoupled());
  const Draws draws(1, 0);
  const Roster roster(scenario, draws);
  const auto hit = [&](double share) {
    Fault fault = fault_of(FaultKind::kCarrier);
    fault.share = Probability(share);
    scenario.faults = {fault};
    std::vector<std::uint32_t> devices;
    for (const auto& off : carrier_faults(scenario, {&roster}, draws)) devices.push_back(off.device);
    return devices;
  };
  const auto few = hit(0.2), many = hit(0.6);
  EXPECT_LT(few.size(), many.size());
  EXPECT_TRUE(std::ranges::includes(many, few));
  EXPECT_EQ(hit(1.0).size(), roster.equipped().size());
  EXPECT_TRUE(hit(0.0).empty());
}

Fault region(Failover failover) {
  Fault fault = fault_of(FaultKind::kService);
  fault.capacity = Probability(0.0);
  fault.region = "south";
  fault.share = Probability(0.4);
  fault.states = {"TX"};
  fault.failover = failover;
  return fault;
}

TEST(RegionalFault, RefusesTheStatesThatTheRegionServes) {
  const Scenario scenario = smooth_precinct(uncoupled());
  const Pair pair = with_and_without(scenario, region(Failover::kNo));
  std::size_t refused = 0;
  for (const auto& [id, record] : pair.ever) {
    const bool texas = scenario.tables.states[record.state].postal == "TX";
    const bool same = is_same(pair, record);
    if (!texas || is_before(record)) {
      ASSERT_TRUE(same) << id;
    }
    const auto is = pair.is.find(id);
    if (!same && is != pair.is.end() && count_steps(is->second, StepKind::kRefused) > 0) ++refused;
  }
  EXPECT_GT(refused, 3u);
}

TEST(RegionalFault, IsNotNoticedWhereAnotherTakesOver) {
  const Pair pair = with_and_without(smooth_precinct(uncoupled()), region(Failover::kYes));
  for (const auto& [id, record] : pair.ever) ASSERT_TRUE(is_same(pair, record)) << id;
}

TEST(RegionalFault, SendsItsLoadToTheOthersQueues) {
  // Three extraction servers for Florida, where most officers are, and one for the rest.
  const Scenario scenario = smooth_precinct(
      uncoupled({"service.extraction.servers=4", "service.extraction.time=40 s",
                 "network.timeout=10 h"}));
  Fault fault = region(Failover::kYes);
  fault.share = Probability(0.75);
  fault.states = {"FL"};
  const auto mean_match = [](const std::map<std::uint64_t, EncounterRecord>& records) {
    double sum = 0.0;
    double n = 0.0;
    for (const auto& [id, record] : records) {
      if (record.scan_began < kFrom || record.scan_began >= kUntil || !record.match) continue;
      sum += record.match->value();
      ++n;
    }
    return sum / n;
  };
  Scenario up = scenario;
  fault.capacity = Probability(1.0);
  up.faults = {fault};
  Scenario down = scenario;
  fault.capacity = Probability(0.0);
  down.faults = {fault};
  EXPECT_GT(mean_match(record_run(down).by_id()), mean_match(record_run(up).by_id()));
}

TEST(Surge, AddsStopsInItsPlaceAlone) {
  const Scenario scenario = smooth_precinct(uncoupled({"encounters.stop_length=0 s"}));
  Fault fault = fault_of(FaultKind::kSurge, "FL");
  fault.share = Probability(1.0);
  fault.factor = Count(8.0);
  const Pair pair = with_and_without(scenario, fault);
  double usual = 0.0;
  double with_surge = 0.0;
  for (const auto& [id, record] : pair.ever) {
    const bool florida = scenario.tables.states[record.state].postal == "FL";
    if (!florida || is_before(record)) {
      ASSERT_TRUE(is_same(pair, record)) << id;
    }
    ASSERT_TRUE(pair.is.contains(id) || record.scan_began > kFrom) << "usual stops stay";
    if (florida && record.stopped >= kFrom && record.stopped < kUntil) ++usual;
  }
  for (const auto& [id, record] : pair.is) {
    if (pair.ever.contains(id)) continue;
    ASSERT_EQ(scenario.tables.states[record.state].postal, "FL");
    ASSERT_GE(record.stopped, kFrom);
    ASSERT_LT(record.stopped, kUntil);
    ++with_surge;
  }
  EXPECT_GT(with_surge, 3.0 * usual) << "officers are busy part of the time";
  EXPECT_LT(with_surge, 7.0 * usual * 1.2);
}

TEST(Surge, OfTheCitiesLeavesTheCountryAlone) {
  const Scenario scenario = smooth_precinct(uncoupled());
  Fault fault = fault_of(FaultKind::kSurge);
  fault.share = Probability(1.0);
  fault.area = Area::kUrban;
  fault.factor = Count(8.0);
  const Pair pair = with_and_without(scenario, fault);
  std::size_t rural = 0;
  for (const auto& [id, record] : pair.is) {
    if (record.area != Area::kRural) continue;
    ++rural;
    ASSERT_TRUE(pair.ever.contains(id));
    ASSERT_TRUE(is_same(pair, record));
  }
  EXPECT_GT(rural, 30u);
  EXPECT_GT(pair.is.size(), pair.ever.size() + 50u);
}

TEST(Surge, OfOneCityIsOfItsOfficersAlone) {
  const Scenario scenario = smooth_precinct(uncoupled());
  const auto who_take_part = [&](double share) {
    Fault fault = fault_of(FaultKind::kSurge);
    fault.share = Probability(share);
    fault.factor = Count(8.0);
    const Pair pair = with_and_without(scenario, fault);
    std::set<std::uint32_t> officers;
    for (const auto& [id, record] : pair.is) {
      if (!pair.ever.contains(id)) officers.insert(record.officer);
    }
    return officers;
  };
  const auto all = who_take_part(1.0), city = who_take_part(0.2), town = who_take_part(0.05);
  EXPECT_TRUE(who_take_part(0.0).empty());
  EXPECT_TRUE(std::ranges::includes(all, city));
  EXPECT_TRUE(std::ranges::includes(city, town));
  const double share = static_cast<double>(city.size()) / static_cast<double>(all.size());
  EXPECT_NEAR(share, 0.2, 4.0 * std::sqrt(0.2 * 0.8 / static_cast<double>(all.size())));
}

TEST(SlowDatabase, StretchesTheSearchesOfTheWindow) {
  const Scenario scenario = smooth_precinct(uncoupled({"service.search.time=2 s"}));
  Fault fault = fault_of(FaultKind::kSlowDatabase);
  fault.factor = Count(10.0);
  const Pair pair = with_and_without(scenario, fault);
  std::size_t slow = 0;
  for (const auto& [id, record] : pair.is) {
    const Step* made = find_step(record, StepKind::kTemplateMade);
    const Step* found = find_step(record, StepKind::kSearched);
    ASSERT_NE(found, nullptr);
    const bool inside = made->time >= kFrom && made->time < kUntil;
    ASSERT_NEAR((found->time - made->time).value(), inside ? 20.0 : 2.0, 1e-6);
    slow += inside ? 1 : 0;
  }
  EXPECT_GT(slow, 50u);
}

TEST(Spoofing, HoldsPicturesUpInTheWindowAlone) {
  const Scenario scenario =
      smooth_precinct(uncoupled({"errors.spoof=mode", "capture.spoofed=0 %",
                                 "capture.spoof_detected=0 %"}));
  Fault fault = fault_of(FaultKind::kSpoofing);
  fault.share = Probability(1.0);
  const Pair pair = with_and_without(scenario, fault);
  std::size_t pictures = 0;
  for (const auto& [id, record] : pair.is) {
    const Step* captured = find_step(record, StepKind::kCaptured);
    ASSERT_NE(captured, nullptr);
    const bool picture = record.evidence.face == FaceShown::kPicture;
    if (captured->time < kFrom || captured->time > kUntil + 1_min) {
      ASSERT_FALSE(picture) << captured->time.value();
    }
    if (captured->time > kFrom + 1_min && captured->time < kUntil) {
      ASSERT_TRUE(picture) << captured->time.value();
    }
    pictures += picture ? 1 : 0;
  }
  EXPECT_GT(pictures, 50u);
}

TEST(WithoutFaults, IsTheDayOnWhichNothingFails) {
  Scenario scenario = smooth_precinct(uncoupled());
  const auto ever = record_run(scenario).by_id();
  Fault spoofing = fault_of(FaultKind::kSpoofing);
  spoofing.share = Probability(1.0);
  scenario.faults = {spoofing, region(Failover::kNo),
                     shortage(FaultKind::kLogin, 0_h, 24_h, Probability(0.0))};
  scenario.epochs = epochs_of(scenario);
  const auto quiet = record_run(without_faults(scenario)).by_id();
  ASSERT_EQ(quiet.size(), ever.size());
  for (const auto& [id, record] : ever) {
    ASSERT_EQ(fingerprint_of(record), fingerprint_of(quiet.at(id)));
  }
}

TEST(SimulateForStudy, PutsTheQuietDayBesideTheOther) {
  Scenario scenario = smooth_precinct(uncoupled({"sign_in.idle_limit=0 s"}));
  scenario.faults = {shortage(FaultKind::kLogin, kFrom, kUntil, Probability(0.0))};
  const auto result = simulate_for_study(scenario, 1, 0, RecordLevel::kNone, {});
  ASSERT_EQ(result.timeline.size(), 96u);
  ASSERT_EQ(result.timeline_without.size(), 96u);
  double failed = 0.0;
  for (std::size_t i = 0; i < 96; ++i) {
    const auto& is = result.timeline[i];
    const auto& ever = result.timeline_without[i];
    ASSERT_EQ(is.bin, ever.bin);
    if (is.bin < 4 * 11) {
      ASSERT_EQ(is, ever) << "before the fault";
    }
    failed += is.sums[index_of(Measure::kFailed)] - ever.sums[index_of(Measure::kFailed)];
  }
  EXPECT_GT(failed, 50.0);
  EXPECT_EQ(result.faults.at(0).kind, "login");
  scenario.faults.clear();
  const auto quiet = simulate_for_study(scenario, 1, 0, RecordLevel::kNone, {});
  EXPECT_TRUE(quiet.timeline.empty());
  EXPECT_TRUE(quiet.timeline_without.empty());
}

}  // namespace
}  // namespace fieldtwin

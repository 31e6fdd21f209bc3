/// Attacks: what they load, what they see and what they leave behind.

#include "agents/faults/attacks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "agents/faults/flood.hpp"
#include "agents/replication.hpp"
#include "agents/world.hpp"
#include "metrics/fingerprint.hpp"
#include "recorded_run.hpp"
#include "scenarios/fix.hpp"
#include "some_faults.hpp"

namespace fieldtwin {
namespace {

using What = AttackEvent::What;

/// Many scans that nothing couples: nobody calls ICE, and servers abound.
Scenario uncoupled(std::vector<std::string> more = {}) {
  more.insert(more.end(), {"encounters.stops_per_shift=20", "policy.releases_without_call=100 %",
                           "programme.states=[FL, TX]", "storage.stored=100 %"});
  return smooth_precinct(more);
}

struct AttackRecording final : Journal {
  void stop_without_scan(SystemKind, std::uint16_t, Ethnicity) override {}
  void encounter(const EncounterRecord& record) override { encounters[record.id] = record; }
  void desk(Seconds, const DeskState&) override {}
  void call(Seconds, Seconds, CallAbout, CallEnd) override {}
  void attack(const AttackEvent& event) override { attacks.push_back(event); }

  double count(What what) const {
    double sum = 0.0;
    for (const auto& event : attacks) sum += event.what == what ? event.count : 0.0;
    return sum;
  }

  std::map<std::uint64_t, EncounterRecord> encounters;
  std::vector<AttackEvent> attacks;
};

AttackRecording run(const Scenario& scenario) {
  AttackRecording recording;
  const Draws draws(1, 0);
  const Scenario fixed = fix_for_replication(scenario, draws);
  World world(fixed, draws, recording);
  world.run();
  return recording;
}

Fault stolen(double searches_per_hour) {
  Fault fault = shortage(FaultKind::kStolenCredentials, 6_h, 16_h, Probability(1.0), "TX");
  fault.rate = Count(searches_per_hour);
  return fault;
}

Fault replayed(double share, double copies, double recognised) {
  Fault fault = shortage(FaultKind::kReplayedRequests, 12_h, 14_h, Probability(1.0));
  fault.share = Probability(share);
  fault.copies = Count(copies);
  fault.gap = Seconds(2.0);
  fault.recognised = Probability(recognised);
  return fault;
}

Fault flood_of(double per_second, double limit, Seconds backlog) {
  Fault fault = shortage(FaultKind::kFlood, 12_h, 14_h, Probability(1.0));
  fault.rate = Count(per_second);
  fault.limit = Count(limit);
  fault.backlog = backlog;
  return fault;
}

/// Encounters that differ between two worlds, of those in the first.
std::size_t differing(const AttackRecording& a, const AttackRecording& b) {
  std::size_t differing = 0;
  for (const auto& [id, record] : a.encounters) {
    const auto found = b.encounters.find(id);
    if (found == b.encounters.end() || fingerprint_of(found->second) != fingerprint_of(record)) {
      ++differing;
    }
  }
  return differing;
}

TEST(StolenCredentials, SearchUntilTheyAreRevoked) {
  Scenario scenario = uncoupled();
  const auto ever = run(scenario);
  scenario.faults = {stolen(60.0)};
  const auto stolen = run(scenario);
  EXPECT_NEAR(stolen.count(What::kSearch), 600.0, 80.0);
  EXPECT_EQ(stolen.count(What::kPhotoStored), stolen.count(What::kSearch)) << "all are kept";
  EXPECT_GT(stolen.count(What::kRecordSeen), 0.0);
  EXPECT_LT(stolen.count(What::kRecordSeen), stolen.count(What::kSearch));
  for (const auto& event : stolen.attacks) {
    ASSERT_GE(event.time, 6_h);
    ASSERT_LT(event.time, 16_h + 2_min);
  }
  EXPECT_EQ(differing(ever, stolen), 0u) << "officers notice nothing";
}

TEST(StolenCredentials, NeedSessionsAsOfficersDo) {
  Scenario scenario = uncoupled({"sign_in.idle_limit=24 h", "sign_in.total_limit=2 h"});
  scenario.faults = {stolen(60.0)};
  EXPECT_NEAR(run(scenario).count(What::kSession), 5.0, 1.0) << "ten hours, two hours each";
  scenario.faults.push_back(shortage(FaultKind::kLogin, 0_h, 24_h, Probability(0.0)));
  scenario.faults.back().name = "login";
  const auto nobody = run(scenario);
  EXPECT_EQ(nobody.count(What::kSession), 0.0);
  EXPECT_EQ(nobody.count(What::kSearch), 0.0);
}

TEST(ReplayedRequests, LoadTheServiceAndAreStoredTwice) {
  Scenario scenario = uncoupled();
  const auto ever = run(scenario);
  std::size_t inside = 0;
  for (const auto& [id, record] : ever.encounters) {
    const Step* uploaded = find_step(record, StepKind::kUploaded);
    if (uploaded != nullptr && uploaded->time >= 12_h && uploaded->time < 14_h) ++inside;
  }
  ASSERT_GT(inside, 50u);

  scenario.faults = {replayed(1.0, 3.0, 0.0)};
  const auto all = run(scenario);
  EXPECT_EQ(all.count(What::kRequest), 3.0 * static_cast<double>(inside));
  EXPECT_EQ(all.count(What::kPhotoStored), all.count(What::kRequest));
  EXPECT_EQ(all.count(What::kTurnedAway), 0.0);
  EXPECT_EQ(differing(ever, all), 0u) << "servers abound, so nobody waits for the copies";

  scenario.faults = {replayed(1.0, 3.0, 1.0)};
  const auto recognised = run(scenario);
  EXPECT_EQ(recognised.count(What::kTurnedAway), all.count(What::kRequest));
  EXPECT_EQ(recognised.count(What::kPhotoStored), 0.0);

  scenario.faults = {replayed(0.5, 1.0, 0.0)};
  EXPECT_NEAR(run(scenario).count(What::kRequest), 0.5 * static_cast<double>(inside),
              3.0 * std::sqrt(0.25 * static_cast<double>(inside)));
}

TEST(ReplayedRequests, CountInTheLedger) {
  Scenario scenario = uncoupled();
  const auto ever = simulate_replication(scenario, 1, 0, RecordLevel::kNone);
  scenario.faults = {replayed(1.0, 3.0, 0.0)};
  const auto twice = simulate_replication(scenario, 1, 0, RecordLevel::kNone);
  EXPECT_EQ(twice.total(Amount::kImages) - ever.total(Amount::kImages),
            twice.faults.at(0).events[index_of(What::kPhotoStored)]);
  EXPECT_GT(twice.total(Amount::kImageYears), ever.total(Amount::kImageYears));
}

TEST(FloodAt, LeavesServersWhileTheGatewayCanTakeIt) {
  Scenario scenario = uncoupled({"service.gateway.time=50 ms"});
  scenario.faults = {flood_of(1000.0, 1e9, Seconds(10.0))};
  const FloodState state = flood_at(scenario, Count(100.0), 13_h);
  EXPECT_DOUBLE_EQ(state.taken.value(), 0.5);
  EXPECT_EQ(state.wait, Seconds(0.0));
  EXPECT_EQ(state.dropped.value(), 0.0);
  EXPECT_EQ(flood_at(scenario, Count(100.0), 11_h).taken.value(), 0.0);
  EXPECT_EQ(flood_at(scenario, Count(100.0), 14_h).taken.value(), 0.0);
}

TEST(FloodAt, BuildsAWaitUpAndDropsTheRest) {
  Scenario scenario = uncoupled({"service.gateway.time=50 ms"});
  scenario.faults = {flood_of(4000.0, 1e9, Seconds(10.0))};  // twice what 100 servers can take
  EXPECT_DOUBLE_EQ(flood_at(scenario, Count(100.0), 12_h + Seconds(4.0)).wait.value(), 4.0);
  EXPECT_EQ(flood_at(scenario, Count(100.0), 12_h + Seconds(4.0)).dropped.value(), 0.0);
  const FloodState full = flood_at(scenario, Count(100.0), 13_h);
  EXPECT_DOUBLE_EQ(full.wait.value(), 10.0);
  EXPECT_DOUBLE_EQ(full.dropped.value(), 0.5);
  EXPECT_DOUBLE_EQ(flood_at(scenario, Count(100.0), 14_h + Seconds(3.0)).wait.value(), 7.0);
  EXPECT_EQ(flood_at(scenario, Count(100.0), 15_h).wait.value(), 0.0);
}

TEST(Flood, MakesOfficersWaitUnlessALimitStopsIt) {
  Scenario scenario = uncoupled({"service.gateway.time=50 ms", "service.gateway.servers=100"});
  const auto ever = run(scenario);
  scenario.faults = {flood_of(4000.0, 1e9, Seconds(10.0))};
  const auto flooded = run(scenario);
  const auto refused = [](const AttackRecording& recording) {
    return std::ranges::count_if(recording.encounters, [](const auto& entry) {
      return count_steps(entry.second, StepKind::kRefused) > 0;
    });
  };
  EXPECT_EQ(refused(ever), 0);
  EXPECT_GT(refused(flooded), 20) << "half of the requests of two hours are dropped";
  EXPECT_DOUBLE_EQ(flooded.count(What::kRequest), 4000.0 * 7200.0);
  for (const auto& [id, record] : ever.encounters) {
    if (record.ended >= 12_h) continue;
    ASSERT_EQ(fingerprint_of(record), fingerprint_of(flooded.encounters.at(id))) << "before it";
  }

  scenario.faults = {flood_of(4000.0, 20.0, Seconds(10.0))};
  const auto limited = run(scenario);
  EXPECT_EQ(differing(ever, limited), 0u) << "20 a second take one of 100 servers";
  EXPECT_DOUBLE_EQ(limited.count(What::kRequest), 20.0 * 7200.0);
  EXPECT_DOUBLE_EQ(limited.count(What::kTurnedAway), 4000.0 * 7200.0);
}

}  // namespace
}  // namespace fieldtwin

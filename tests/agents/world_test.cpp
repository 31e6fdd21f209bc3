#include "agents/world.hpp"

#include <gtest/gtest.h>

#include "recorded_run.hpp"
#include "some_faults.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

/// Many scans all day, which nothing else disturbs.
std::vector<std::string> busy(std::vector<std::string> more = {}) {
  more.insert(more.end(), {"encounters.stops_per_shift=40", "encounters.stop_length=0 s",
                           "policy.releases_without_call=100 %"});
  return more;
}

struct Scans {
  std::size_t inside = 0;
  std::size_t outside = 0;
};

/// Scans with this outcome that began in a period, and those outside it.
Scans count(const Recording& run, ScanOutcome outcome, Seconds from, Seconds until) {
  Scans count;
  for (const auto& record : run.encounters) {
    if (record.outcome != outcome) continue;
    ++(record.scan_began >= from && record.scan_began < until ? count.inside : count.outside);
  }
  return count;
}

TEST(Faults, LoginIsDownInTheEvening) {
  Scenario scenario = smooth_precinct(busy({"sign_in.idle_limit=0 s"}));
  scenario.faults = {shortage(FaultKind::kLogin, 18_h, 20_h, Probability(0.0))};
  const auto run = record_run(scenario);
  const auto failed = count(run, ScanOutcome::kNoSignIn, 18_h, 20_h);
  const auto answered = count(run, ScanOutcome::kAnswered, 18_h, 20_h);
  EXPECT_GT(failed.inside, 50u);
  // Who begins in the last minutes may still get in; who begins before, and is slow, may not.
  EXPECT_LT(answered.inside, 10u);
  EXPECT_LE(failed.outside, 1u);
  EXPECT_GT(answered.outside, 500u);
}

TEST(Faults, ALiveSessionOutlastsTheOutage) {
  Scenario scenario = smooth_precinct(
      busy({"sign_in.idle_limit=24 h", "sign_in.total_limit=24 h", "officers.shift_start=6 h"}));
  scenario.faults = {shortage(FaultKind::kLogin, 12_h, 13_h, Probability(0.0))};
  const auto run = record_run(scenario);
  EXPECT_EQ(count(run, ScanOutcome::kNoSignIn, 0_h, 24_h).inside, 0u);
}

TEST(Faults, UplinkOfAState) {
  Scenario scenario = smooth_precinct(busy({"programme.states=[FL, TX]"}));
  scenario.faults = {shortage(FaultKind::kUplink, 0_h, 48_h, Probability(0.0), "TX")};
  for (const auto* fidelity : {"delay", "flow"}) {
    scenario.network.fidelity =
        fidelity == std::string("flow") ? NetworkFidelity::kFlow : NetworkFidelity::kDelay;
    const auto counts = in_child([&] {
      std::vector<double> out(4, 0.0);
      for (const auto& record : record_run(scenario).encounters) {
        const bool texas = scenario.tables.states[record.state].postal == "TX";
        const bool answered = record.outcome == ScanOutcome::kAnswered;
        ++out[(texas ? 2 : 0) + (answered ? 1 : 0)];
      }
      return out;
    });
    EXPECT_EQ(counts[0], 0.0) << "failures in Florida, " << fidelity;
    EXPECT_GT(counts[1], 200.0);
    EXPECT_GT(counts[2], 20.0);
    EXPECT_EQ(counts[3], 0.0) << "answers in Texas, " << fidelity;
  }
}

TEST(Faults, DeskWalkOut) {
  Scenario scenario = smooth_precinct(
      {"ice.patience=1 min", "ice.calls=1", "policy.holds_unanswered=0 %", "ice.handle_time=1 min",
       "ice.claim=0 %", "ice.agents_day=50", "ice.agents_evening=50", "ice.agents_night=50",
       "encounters.stop_length=0 s"});
  scenario.faults = {shortage(FaultKind::kIceDesk, 9_h, 15_h, Probability(0.0))};
  const auto run = record_run(scenario);
  std::size_t unanswered = 0;
  for (const auto& record : run.encounters) {
    const Seconds called = find_step(record, StepKind::kCall)->time;
    const bool nobody = called >= 9_h && called < 15_h - 1_min;
    if (nobody) ++unanswered;
    ASSERT_TRUE(!nobody || !record.agent_reached);
    ASSERT_TRUE(record.agent_reached || (called >= 9_h && called < 15_h));
  }
  EXPECT_GT(unanswered, 50u);
}

TEST(Faults, ServiceAtHalfItsCapacityIsSlower) {
  auto overrides =
      busy({"service.gateway.servers=2", "service.extraction.servers=2", "service.search.servers=2",
            "service.search.time=30 s", "network.timeout=1 h"});
  Scenario scenario = smooth_precinct(overrides);
  const auto mean_match = [](const Recording& run, Seconds from, Seconds until) {
    double sum = 0.0;
    double n = 0.0;
    for (const auto& record : run.encounters) {
      if (record.scan_began < from || record.scan_began >= until) continue;
      sum += record.match.value().value();
      ++n;
    }
    EXPECT_GT(n, 100.0);
    return sum / n;
  };
  const double whole = mean_match(record_run(scenario), 10_h, 18_h);
  scenario.faults = {shortage(FaultKind::kService, 10_h, 18_h, Probability(0.5))};
  const auto halved = record_run(scenario);
  EXPECT_GT(mean_match(halved, 10_h, 18_h), 1.2 * whole);
}

TEST(World, TheDeskStaysOpenForTheLastCalls) {
  const auto run = record_run(smooth_precinct());
  std::size_t late = 0;
  for (const auto& call : run.calls) {
    if (call.began > 24_h && call.about == Journal::CallAbout::kScan) ++late;
  }
  EXPECT_GT(late, 0u);
}

TEST(World, OfficersAreCountedByState) {
  const Scenario scenario = precinct({"programme.states=[FL, TX]", "devices.android=50 %"});
  Recording journal;
  const Draws draws(1, 0);
  const World world(scenario, draws, journal);
  const WorldTotals totals = world.totals();
  ASSERT_EQ(totals.officers.size(), scenario.tables.states.size());
  std::uint64_t all = 0;
  std::uint64_t equipped = 0;
  for (std::size_t i = 0; i < totals.officers.size(); ++i) {
    const std::string& postal = scenario.tables.states[i].postal;
    EXPECT_EQ(totals.officers[i].all > 0, postal == "FL" || postal == "TX") << postal;
    all += totals.officers[i].all;
    equipped += totals.officers[i].equipped;
  }
  EXPECT_EQ(all, 110u);
  EXPECT_GT(equipped, 25u);
  EXPECT_LT(equipped, 85u);
}

}  // namespace
}  // namespace fieldtwin

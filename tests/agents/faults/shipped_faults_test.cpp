/// No shipped scenario with faults loses an encounter or a traveller, with them or without.

#include <gtest/gtest.h>

#include <algorithm>

#include "agents/world.hpp"
#include "metrics/collector.hpp"
#include "scenarios/epochs.hpp"
#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

class ShippedFaults : public testing::TestWithParam<std::string> {};

/// What a replication adds up to: begun, over, scans, travellers, and the outcomes of either.
std::vector<double> replication_of(const Scenario& scenario) {
  const Draws draws(3, 0);
  const Scenario fixed = fix_for_replication(scenario, draws);
  Collector collector(fixed, draws, RecordLevel::kNone);
  World world(fixed, draws, collector, Expectation::kNone);
  world.run();
  collector.balance().check(0);
  const auto begun = static_cast<double>(collector.balance().begun());
  const auto over = static_cast<double>(collector.balance().over());
  const ReplicationResult result = collector.finish(world.totals());
  double outcomes = result.total(Amount::kAnswered);
  for (const ScanOutcome outcome :
       {ScanOutcome::kNoDevice, ScanOutcome::kNoSignIn, ScanOutcome::kNoCapture,
        ScanOutcome::kNoNetwork, ScanOutcome::kTimedOut, ScanOutcome::kDeclined}) {
    outcomes += result.total(failed_by(outcome));
  }
  double ends = 0.0;
  for (std::size_t i = 0; i < kCrossingEnds; ++i) {
    ends += result.total(port(ended(static_cast<CrossingEnd>(i))));
  }
  return {begun, over, result.total(Amount::kScans), result.total(port(PortAmount::kTravellers)),
          outcomes, ends};
}

TEST_P(ShippedFaults, LoseNoEncounterAndNoTraveller) {
  const Scenario scenario = load_scenario(GetParam()).scenario;
  if (scenario.faults.empty()) return;  // asked here: every test of the program lists all names
  for (const Scenario& world : {scenario, without_faults(scenario)}) {
    const auto sums = in_child([&] { return replication_of(world); });
    EXPECT_GT(sums[0], 0.0);
    EXPECT_EQ(sums[0], sums[1]);
    EXPECT_EQ(sums[2], sums[4]) << "each scan ends in one outcome";
    EXPECT_EQ(sums[3], sums[5]) << "each crossing ends in one way";
  }
}

INSTANTIATE_TEST_SUITE_P(OfScenario, ShippedFaults, testing::ValuesIn(shipped_scenarios(default_data_root())),
                         [](const testing::TestParamInfo<std::string>& info) {
                           std::string name = info.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace fieldtwin

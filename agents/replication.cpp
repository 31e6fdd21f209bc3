#include "agents/replication.hpp"

#include "agents/world.hpp"
#include "scenarios/epochs.hpp"
#include "scenarios/fix.hpp"
#include "sim/aside.hpp"

namespace fieldtwin {

ReplicationResult simulate_replication(const Scenario& scenario, std::uint64_t seed,
                                       std::uint32_t replication, RecordLevel record,
                                       const CaseSink& keep) {
  return simulate_replication(scenario, seed, replication, record, keep, Expectation::kEachScan);
}

ReplicationResult simulate_replication(const Scenario& scenario, std::uint64_t seed,
                                       std::uint32_t replication, RecordLevel record,
                                       const CaseSink& keep, Expectation expectation) {
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(scenario, draws);
  Collector collector(fixed, draws, record, keep);
  World world(fixed, draws, collector, expectation);
  world.run();
  collector.balance().check(replication);
  return collector.finish(world.totals());
}

std::vector<TimelineBin> timeline_without_faults(const Scenario& scenario, std::uint64_t seed,
                                                 std::uint32_t replication) {
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(without_faults(scenario), draws);
  // The collector watches what the faults' times tell it to; the world knows of none.
  Scenario watched = fixed;
  watched.faults = scenario.faults;
  Collector collector(watched, draws, RecordLevel::kNone);
  World world(fixed, draws, collector, Expectation::kNone);
  world.run();
  collector.balance().check(replication);
  return collector.finish(world.totals()).timeline;
}

namespace {

/// A bin after the other: its number, then its sums.
std::vector<double> as_numbers(const std::vector<TimelineBin>& bins) {
  std::vector<double> numbers;
  for (const TimelineBin& bin : bins) {
    numbers.push_back(bin.bin);
    numbers.insert(numbers.end(), bin.sums.begin(), bin.sums.end());
  }
  return numbers;
}

std::vector<TimelineBin> as_bins(const std::vector<double>& numbers) {
  std::vector<TimelineBin> bins(numbers.size() / (kMeasures + 1));
  auto number = numbers.begin();
  for (TimelineBin& bin : bins) {
    bin.bin = static_cast<std::uint32_t>(*number++);
    for (double& sum : bin.sums) sum = *number++;
  }
  return bins;
}

}  // namespace

ReplicationResult simulate_for_study(const Scenario& scenario, std::uint64_t seed,
                                     std::uint32_t replication, RecordLevel record,
                                     const CaseSink& keep) {
  std::vector<TimelineBin> without;
  if (!scenario.faults.empty()) {
    without = as_bins(worked_out_aside(
        [&] { return as_numbers(timeline_without_faults(scenario, seed, replication)); }));
  }
  ReplicationResult result = simulate_replication(scenario, seed, replication, record, keep);
  result.timeline_without = std::move(without);
  return result;
}

}  // namespace fieldtwin

#include "agents/replication.hpp"

#include "agents/world.hpp"
#include "scenarios/fix.hpp"

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
  return collector.finish(world.totals());
}

}  // namespace fieldtwin

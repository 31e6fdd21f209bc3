#pragma once
/// The model's entry point.

#include <cstdint>

#include "agents/expectation.hpp"
#include "metrics/collector.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Simulates one replication in this process, which can hold one engine in its life. A pure
/// function of its arguments. Encounters that are kept whole go to `keep`, or without one into the
/// result.
ReplicationResult simulate_replication(const Scenario& scenario, std::uint64_t seed,
                                       std::uint32_t replication, RecordLevel record,
                                       const CaseSink& keep = {});
/// The same; where nothing is expected, what was to be expected of each scan is not worked out.
ReplicationResult simulate_replication(const Scenario& scenario, std::uint64_t seed,
                                       std::uint32_t replication, RecordLevel record,
                                       const CaseSink& keep, Expectation expectation);

/// How studies simulate their replications.
inline constexpr ReplicationResult (*kSimulateReplication)(const Scenario&, std::uint64_t,
                                                           std::uint32_t, RecordLevel,
                                                           const CaseSink&) = simulate_replication;

}  // namespace fieldtwin

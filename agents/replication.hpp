#pragma once
/// The model's entry point.

#include <cstdint>
#include <string>
#include <vector>

#include "agents/expectation.hpp"
#include "metrics/collector.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Simulates one replication in this process, which can hold one engine in its life. A pure
/// function of its arguments. Encounters that are kept whole go to `keep`, or without one into the
/// result. Where nothing is expected, what was to be expected of each scan is not worked out.
ReplicationResult simulate_replication(const Scenario& scenario, std::uint64_t seed,
                                       std::uint32_t replication, RecordLevel record,
                                       const CaseSink& keep = {},
                                       Expectation expectation = Expectation::kEachScan);

/// Why the scenario cannot be simulated here, in one line: faces are to be rendered, and what that
/// takes is not there. Empty if it can.
std::string what_is_missing_for(const Scenario& scenario);

/// What the timeline of a replication would be if nothing failed and nobody attacked: the same
/// random numbers, without the faults. Needs the process for itself, like the replication.
std::vector<TimelineBin> timeline_without_faults(const Scenario& scenario, std::uint64_t seed,
                                                 std::uint32_t replication);

/// What this process does after a replication.
enum class Afterwards {
  kGoesOn,
  kProcessEnds,  //!< the system takes all back at once: the world is not taken apart, which would
                 //!< cost short replications a twentieth of their time
};

/// A replication for a study: with the timeline without faults beside its own if there are faults,
/// for which it starts a process.
ReplicationResult simulate_for_study(const Scenario& scenario, std::uint64_t seed,
                                     std::uint32_t replication, RecordLevel record,
                                     const CaseSink& keep,
                                     Afterwards afterwards = Afterwards::kGoesOn);

/// The same in the process of a task, which ends with it.
ReplicationResult simulate_in_worker(const Scenario& scenario, std::uint64_t seed,
                                     std::uint32_t replication, RecordLevel record,
                                     const CaseSink& keep);

/// How studies simulate their replications.
inline constexpr ReplicationResult (*kSimulateReplication)(const Scenario&, std::uint64_t,
                                                           std::uint32_t, RecordLevel,
                                                           const CaseSink&) = simulate_in_worker;

}  // namespace fieldtwin

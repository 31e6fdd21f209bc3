#pragma once
/// One encounter of a replication, simulated again.

#include <cstdint>
#include <optional>

#include "metrics/attribution/harm_games.hpp"
#include "metrics/encounter_record.hpp"
#include "metrics/fingerprint.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

struct Rerun {
  std::optional<EncounterRecord> encounter;  //!< nothing if no such encounter came to a scan
  Fingerprint fingerprint;                   //!< of the whole replication
  /// Its harm under every set of causes; nothing if it was not answered.
  std::optional<HarmGames> games;
};

/// Simulates the replication again, since an encounter depends on the queues that the others make,
/// and keeps the one encounter. A pure function, in a process that has had no engine yet.
Rerun rerun_encounter(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                      std::uint64_t encounter);

}  // namespace fieldtwin

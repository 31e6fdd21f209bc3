#pragma once
/// Encounters of a replication, simulated again.

#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "metrics/attribution/harm_games.hpp"
#include "metrics/encounter_record.hpp"
#include "metrics/fingerprint.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// One encounter.
struct RerunEncounter {
  EncounterRecord record;
  /// Its harm under every set of causes; nothing if it was not answered.
  std::optional<HarmGames> games;
};

struct Rerun {
  std::map<std::uint64_t, RerunEncounter> encounters;  //!< by number; those that came to a scan
  Fingerprint fingerprint;                             //!< of the whole replication
};

/// Simulates the replication again, since an encounter depends on the queues that the others make,
/// and keeps these encounters. A pure function, in a process that has had no engine yet.
Rerun rerun_encounters(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                       const std::set<std::uint64_t>& encounters);

}  // namespace fieldtwin

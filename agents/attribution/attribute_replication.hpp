#pragma once
/// The harm of a replication under every set of causes.

#include <cstdint>

#include "metrics/attribution/harm_games.hpp"
#include "metrics/fingerprint.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

struct AttributedReplication {
  HarmGames games;
  Fingerprint fingerprint;  //!< of the replication
};

/// Simulates the replication and follows every answered scan through all sets of causes. A scan
/// that was not answered has what harm it has, whatever acts. With all causes the harm is what was
/// recorded, encounter by encounter: std::logic_error, naming one, if it were not.
///
/// A pure function, in a process that has had no engine yet.
AttributedReplication attribute_replication(const Scenario& scenario, std::uint64_t seed,
                                            std::uint32_t replication);

}  // namespace fieldtwin

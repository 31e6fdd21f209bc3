#pragma once
/// The stops of a replication, as a recording from which it can be replayed.

#include <functional>

#include "metrics/encounter_record.hpp"
#include "metrics/fingerprint.hpp"
#include "scenarios/recorded/recorded_stop.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Who hears of it. Stops without a scan may come before their time; an encounter comes when it is
/// over.
struct StopListener {
  std::function<void(const RecordedStop&)> stop;
  std::function<void(const EncounterRecord&)> encounter;
};

/// Simulates the replication again and tells of every stop; returns the replication's fingerprint.
/// A pure function, in a process that has had no engine yet.
Fingerprint record_stops(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                         const StopListener& listener);

}  // namespace fieldtwin

#pragma once
/// A person is stopped, and the officer decides whether to scan.

#include <cstdint>

#include "agents/belief.hpp"
#include "agents/officer.hpp"
#include "agents/person.hpp"

namespace fieldtwin {

/// Names an encounter: officer << 24 | number of the officer's stop. The entity of its draws.
struct EncounterId {
  std::uint64_t value;
};

/// A stop as it begins. The person is the truth; the papers are what the officer is shown.
struct Stop {
  EncounterId id;
  Person person;
  ShownId shown_id;
  ShownPapers papers;
  Seconds began;
  Seconds length;  //!< how long it would last without a scan
};

/// Who is stopped: a resident of the officer's state, of the minimum age at least, where groups are
/// met in proportion to their numbers times `encounters.relative_rate`. A pure function: the stop
/// may lie ahead.
Stop stop_somebody(const System& system, const Officer& officer, EncounterId id, Seconds begins);

/// Whether the officer reaches for the app. It depends on whether the person shows an ID, and on
/// nothing else.
bool decides_to_scan(const System& system, const Stop& stop);

}  // namespace fieldtwin

#pragma once
/// A person is stopped, and the officer decides whether to scan.

#include <cstdint>

#include "agents/belief.hpp"
#include "agents/officer.hpp"
#include "agents/person.hpp"
#include "agents/preparation.hpp"
#include "scenarios/recorded/recorded_stop.hpp"

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
  Seconds length;                        //!< how long it would last without a scan
  std::optional<Bytes> photo_size = {};  //!< where a record says it
  Preparation preparation = Preparation::kTrained;  //!< of the officer
};

/// Who is stopped: a resident of the officer's state, of the minimum age at least, where groups are
/// met in proportion to their numbers times `encounters.relative_rate`. A pure function: the stop
/// may lie ahead.
Stop stop_somebody(const System& system, const Officer& officer, EncounterId id, Seconds begins);

/// When the stop has lasted as long as it may without a basis to hold: its own business takes what
/// it takes, and up to the policy's limit in any case.
Seconds latest_end(const Policy& policy, const Stop& stop);

/// Who lets go at the limit is on time, whatever the last bits of the clock say.
inline constexpr Seconds kOnTime{1e-6};
/// Whether a stop that ends then is prolonged.
constexpr bool outlasts(Seconds ended, Seconds latest_end) {
  return ended - latest_end > kOnTime;
}
/// The same as a record tells it; what it does not tell is drawn as ever.
Stop recorded_stop(const System& system, const Officer& officer, const RecordedStop& record,
                   Seconds begins);

/// Whether the person stopped was scanned.
enum class Scanned { kNo, kYes };

/// Tells the journal of a stop.
void note_stop(System& system, const Officer& officer, const Stop& stop, Scanned scanned);

/// Whether the officer reaches for the app. It depends on whether the person shows an ID, and on
/// nothing else.
bool decides_to_scan(const System& system, const Stop& stop);

}  // namespace fieldtwin

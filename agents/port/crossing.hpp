#pragma once
/// One traveller's way through a port, from the line to the end.

#include "agents/port/gate.hpp"
#include "sim/outages.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// Who crosses, and when they come.
struct Arrival {
  CrossingId id;
  Seconds joins;         //!< the line
  Probability too_late;  //!< of a traveller there, for the gallery's manifest: see traveller_of
};

/// The story of one crossing, top to bottom: the line, the camera, and what follows from the
/// answer. Tells the journal that it began and when it is over, and of the boarding when the
/// flight's last traveller has left the line.
Process crossing(System& system, Gate& gate, Outages& connection, Arrival arrival);

}  // namespace fieldtwin

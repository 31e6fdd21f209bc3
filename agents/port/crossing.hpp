#pragma once
/// One traveller's way through a port, from the line to the end.

#include "agents/port/gate.hpp"
#include "sim/outages.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// The story of one crossing, top to bottom: the line, the camera, and what follows from the
/// answer. Tells the journal when it is over, and of the boarding when the flight's last traveller
/// has left the line.
Process crossing(System& system, Gate& gate, Outages& connection, CrossingId id, Seconds joins);

}  // namespace fieldtwin

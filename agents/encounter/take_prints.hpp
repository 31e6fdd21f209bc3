#pragma once
/// Taking fingerprints with the phone's camera.

#include "agents/encounter/log.hpp"
#include "agents/encounter/prints.hpp"
#include "agents/encounter/stop.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// Tries, if the officer does so and the fusion rule has a use for them, until there are prints that
/// can be searched or the officer goes on without. The person cannot refuse.
Task<PrintsTaken> take_prints(System& system, const Stop& stop, EncounterLog& log);

}  // namespace fieldtwin

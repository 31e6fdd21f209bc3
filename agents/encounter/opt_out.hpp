#pragma once
/// A citizen may decline the scan; the officer looks at papers instead.

#include "agents/encounter/log.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// Whether the person declines. Nobody who is no citizen does, and every citizen who does is let go
/// when the papers have been looked at, as at ports.
bool declines(const OptOut& parameters, const Stop& stop, const Draws& draws);

/// The check of papers that takes the scan's place.
Task<> check_papers(System& system, const Stop& stop, EncounterLog& log);

}  // namespace fieldtwin

#pragma once
/// The ranges from which mechanisms of error are drawn.

#include "scenarios/load.hpp"

namespace fieldtwin {

/// Gathers, for each mechanism that is set to `range`, the ranges of its parameters' assumptions
/// into the scenario. A parameter that is a distribution varies already and keeps it. Complains of
/// a mechanism none of whose parameters is a plain number with a range.
void gather_error_ranges(ResolvedScenario& resolved, ErrorList& errors);

}  // namespace fieldtwin

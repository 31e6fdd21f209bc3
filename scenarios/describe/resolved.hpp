#pragma once
/// A scenario with nothing left open: one file that holds every value and where it comes from.

#include <iosfwd>

#include "scenarios/load.hpp"

namespace fieldtwin {

/// Writes `resolved.yaml`: every parameter in the register's order, with its source or assumption.
/// Reading it back gives an identical scenario.
void write_resolved(const ResolvedScenario& resolved, std::ostream& out);

}  // namespace fieldtwin

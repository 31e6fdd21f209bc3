#pragma once
/// What is wrong with a scenario though each value for itself is right.

#include "scenarios/load.hpp"

namespace fieldtwin {

/// Parameters that no file gives: one error that lists them. `place` is the scenario's file.
void check_complete(const ResolvedScenario& resolved, const Place& place, ErrorList& errors);

/// Values that contradict each other or the tables. Looks at values alone that could be read.
void check_meaning(const ResolvedScenario& resolved, ErrorList& errors);

/// What only the scenario together with its partners can have wrong.
void check_world(const ResolvedScenario& resolved, ErrorList& errors);

}  // namespace fieldtwin

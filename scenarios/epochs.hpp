#pragma once
/// Changes of parameters in the middle of the period.

#include "scenarios/load.hpp"

namespace fieldtwin {

/// Works out what the scenario is from the time of each change on. A change at the very start is
/// none: the value is simply the parameter's. The changes must have been read and found right.
void resolve_changes(ResolvedScenario& resolved);

/// The scenario that holds at a time.
inline const Scenario& scenario_at(const Scenario& scenario, Seconds time) {
  for (auto epoch = scenario.epochs.rbegin(); epoch != scenario.epochs.rend(); ++epoch) {
    if (time >= epoch->from) return *epoch->scenario;
  }
  return scenario;
}

}  // namespace fieldtwin

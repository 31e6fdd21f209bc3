#pragma once
/// Changes of parameters in the middle of the period.

#include "scenarios/load.hpp"

namespace fieldtwin {

/// Works out what the scenario is from the time of each change on. A change at the very start is
/// none: the value is simply the parameter's. The changes must have been read and found right.
void resolve_changes(ResolvedScenario& resolved);

/// What the scenario is from each time on at which a parameter changes: by a change, or by a fault
/// that is nothing but another value for a while (pictures held up). Its changes are in the order
/// of time.
std::vector<Epoch> epochs_of(const Scenario& scenario);

/// The same scenario on a day on which nothing fails and nobody attacks.
Scenario without_faults(const Scenario& scenario);

/// The scenario that holds at a time.
inline const Scenario& scenario_at(const Scenario& scenario, Seconds time) {
  for (auto epoch = scenario.epochs.rbegin(); epoch != scenario.epochs.rend(); ++epoch) {
    if (time >= epoch->from) return *epoch->scenario;
  }
  return scenario;
}

}  // namespace fieldtwin

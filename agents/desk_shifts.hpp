#pragma once
/// The agents' shifts at the ICE desk.

#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/episodes.hpp"
#include "sim/shifts.hpp"

namespace fieldtwin {

/// How many agents are on duty up to `horizon`: the three shifts of each day, with the numbers that
/// the scenario has at the time, of which a fault (a walk-out) leaves a share.
std::vector<Staffing> desk_shifts(const Scenario& scenario,
                                  const std::vector<ShareStep>& faults, Seconds horizon);

}  // namespace fieldtwin

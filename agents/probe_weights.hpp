#pragma once
/// Who is searched for, before anybody is.

#include "agents/officer.hpp"
#include "agents/population.hpp"
#include "matcher/score/probe_mix.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Who is searched for, as far as it is known before anybody is: the residents of the states, by
/// the officers there, and by how often their group is stopped.
ProbeMix probe_mix(const Scenario& scenario, const Roster& roster, const Population& population);

}  // namespace fieldtwin

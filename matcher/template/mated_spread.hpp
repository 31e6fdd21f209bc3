#pragma once
/// The last step of a fit: distances of mated pairs spread as the rendered ones do.

#include <vector>

#include "matcher/template/fit_population.hpp"
#include "matcher/template/population_model.hpp"

namespace fieldtwin {

/// Moments of residuals cannot tell a capture that is far off from a person all of whose captures
/// vary much, and enrolment photos have lighter tails than captures: one factor on the captures'
/// tails makes distances of mated pairs spread as the rendered ones do.
void match_mated_spread(PopulationModel& model, const std::vector<RenderedPerson>& people);

}  // namespace fieldtwin

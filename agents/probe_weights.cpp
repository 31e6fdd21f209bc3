#include "agents/probe_weights.hpp"

#include "scenarios/resolved.hpp"

namespace fieldtwin {

ProbeMix probe_mix(const Scenario& scenario, const Roster& roster, const Population& population) {
  ProbeMix mix{};
  for (const auto& presence : roster.presence()) {
    const StateRow& state = scenario.tables.states[presence.state];
    for (std::size_t e = 0; e < kEthnicities; ++e) {
      const double weight =
          presence.officers *
          population.ethnicity_share(presence.state, static_cast<Ethnicity>(e)).value() *
          resolved(scenario.encounters.relative_rate[e]).value();
      mix.weight[e][index_of(Sex::kMale)] += weight * (1.0 - state.female);
      mix.weight[e][index_of(Sex::kFemale)] += weight * state.female;
    }
  }
  return mix;
}

}  // namespace fieldtwin

#include "agents/federal_officers.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "agents/apportion.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {

std::vector<StatePresence> federal_officers(const Scenario& scenario) {
  const std::vector<std::string>& kept = scenario.programme.states;
  std::vector<StatePresence> presences;
  std::vector<double> weights;
  for (std::size_t i = 0; i < scenario.tables.states.size(); ++i) {
    const StateRow& state = scenario.tables.states[i];
    if (!kept.empty() && std::ranges::find(kept, state.postal) == kept.end()) continue;
    presences.push_back({i, 0, 0.0});
    weights.push_back(state.population * state.foreign_born);
  }
  const auto officers = static_cast<std::uint32_t>(
      std::llround(resolved(scenario.programme.officers_trained).value()));
  if (officers == 0) return presences;
  if (std::ranges::all_of(weights, [](double weight) { return weight <= 0.0; })) {
    throw std::invalid_argument("programme: no state has foreign-born residents to go by");
  }
  const std::vector<std::uint32_t> split = apportion(officers, weights);
  for (std::size_t i = 0; i < split.size(); ++i) presences[i].officers = split[i];
  std::erase_if(presences, [](const StatePresence& presence) { return presence.officers == 0; });
  return presences;
}

}  // namespace fieldtwin

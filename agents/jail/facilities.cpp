#include "agents/jail/facilities.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace fieldtwin {
namespace {

/// Agreements of one model in force when the period starts, in a state.
double agreements(const Scenario& scenario, const StateRow& state, std::string_view model) {
  const Date start = scenario.period.start;
  double sum = 0.0;
  for (const AgreementRow& row : scenario.tables.agreements) {
    const bool in_force = row.signed_in < start.year() / start.month();
    if (row.model == model && row.state == state.name && in_force) sum += row.agreements;
  }
  return sum;
}

struct Counts {
  std::uint32_t enforcement;
  std::uint32_t warrants;
};

Counts counts_of(const Scenario& scenario, const StateRow& state) {
  const JailModel model = scenario.jail.model;
  const auto count = [&](std::string_view name, JailModel left_out) {
    if (model == left_out) return std::uint32_t{0};
    return static_cast<std::uint32_t>(std::lround(agreements(scenario, state, name)));
  };
  return {count("JEM", JailModel::kWarrantService), count("WSO", JailModel::kJailEnforcement)};
}

}  // namespace

std::vector<StatePresence> facilities_by_state(const Scenario& scenario) {
  const std::vector<std::string>& kept = scenario.programme.states;
  std::vector<StatePresence> presences;
  for (std::size_t i = 0; i < scenario.tables.states.size(); ++i) {
    const StateRow& state = scenario.tables.states[i];
    if (!kept.empty() && std::ranges::find(kept, state.postal) == kept.end()) continue;
    const auto [enforcement, warrants] = counts_of(scenario, state);
    const std::uint32_t all = enforcement + warrants;
    if (all > 0) presences.push_back({i, all, static_cast<double>(all)});
  }
  return presences;
}

std::vector<Facility> facilities_of(const Scenario& scenario, const Roster& roster) {
  std::vector<Facility> out;
  std::size_t state = scenario.tables.states.size();
  std::uint32_t enforcement = 0;  // of the state that are still to come
  for (const Officer& desk : roster.equipped()) {
    if (desk.state != state) {
      state = desk.state;
      enforcement = counts_of(scenario, scenario.tables.states[state]).enforcement;
    }
    out.push_back(
        {desk, enforcement > 0 ? JailModel::kJailEnforcement : JailModel::kWarrantService});
    if (enforcement > 0) --enforcement;
  }
  return out;
}

}  // namespace fieldtwin

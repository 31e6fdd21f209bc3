#include "scenarios/epochs.hpp"

#include <algorithm>
#include <stdexcept>

#include "scenarios/reader/field.hpp"
#include "scenarios/reader/yaml_node.hpp"

namespace fieldtwin {
namespace {

void apply(const ParameterChange& change, Scenario& scenario) {
  ErrorList errors;
  const auto node = parse_yaml(change.value, "changes", errors);
  const Parameter* parameter = find_parameter(change.path);
  if (!node || !parameter ||
      read_field(*parameter, *node, scenario, errors) != FieldRead::kDone) {
    throw std::logic_error("a change that was read cannot be applied: " + change.path);
  }
}

std::string key_of(std::size_t number) {
  return "changes." + std::to_string(number);
}

}  // namespace

void resolve_changes(ResolvedScenario& resolved) {
  Scenario& scenario = resolved.scenario;
  std::vector<std::pair<ParameterChange, Provenance>> later;
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    const ParameterChange& change = scenario.changes[i];
    auto record = resolved.provenance.extract(key_of(i));
    if (change.at > Seconds(0.0)) {
      later.emplace_back(change, std::move(record.mapped()));
      continue;
    }
    apply(change, scenario);
    record.mapped().canonical = change.value;
    resolved.provenance[change.path] = std::move(record.mapped());
  }
  std::ranges::stable_sort(later, {}, [](const auto& entry) { return entry.first.at; });
  scenario.changes.clear();
  scenario.epochs.clear();
  Scenario present = scenario;
  for (std::size_t i = 0; i < later.size(); ++i) {
    const ParameterChange& change = later[i].first;
    apply(change, present);
    scenario.changes.push_back(change);
    resolved.provenance[key_of(i)] = std::move(later[i].second);
    const bool last_of_its_time = i + 1 == later.size() || later[i + 1].first.at > change.at;
    if (last_of_its_time) {
      scenario.epochs.push_back({change.at, std::make_shared<const Scenario>(present)});
    }
  }
}

}  // namespace fieldtwin

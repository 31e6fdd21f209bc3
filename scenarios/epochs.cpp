#include "scenarios/epochs.hpp"

#include <algorithm>
#include <set>
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
  for (std::size_t i = 0; i < later.size(); ++i) {
    scenario.changes.push_back(later[i].first);
    resolved.provenance[key_of(i)] = std::move(later[i].second);
  }
  scenario.epochs = epochs_of(scenario);
}

std::vector<Epoch> epochs_of(const Scenario& scenario) {
  std::set<Seconds> times;
  for (const ParameterChange& change : scenario.changes) times.insert(change.at);
  for (const Fault& fault : scenario.faults) {
    if (fault.kind == FaultKind::kSpoofing) times.insert({fault.from, fault.until});
  }
  std::vector<Epoch> epochs;
  Scenario present = scenario;
  present.epochs.clear();
  auto change = scenario.changes.begin();
  for (const Seconds time : times) {
    for (; change != scenario.changes.end() && change->at <= time; ++change) {
      apply(*change, present);
    }
    Scenario epoch = present;
    for (const Fault& fault : scenario.faults) {
      if (fault.kind != FaultKind::kSpoofing || !fault.is_on(time)) continue;
      epoch.capture.spoofed.distribution() = Distribution(Constant{fault.share.value()});
    }
    epochs.push_back({time, std::make_shared<const Scenario>(std::move(epoch))});
  }
  return epochs;
}

Scenario without_faults(const Scenario& scenario) {
  Scenario out = scenario;
  out.faults.clear();
  out.epochs = epochs_of(out);
  return out;
}

}  // namespace fieldtwin

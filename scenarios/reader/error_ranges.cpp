#include "scenarios/reader/error_ranges.hpp"

#include "scenarios/mechanisms.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/yaml_node.hpp"

namespace fieldtwin {
namespace {

/// One end of a range, which the reader wrote in its canonical form.
std::optional<double> end_of_range(const Parameter& parameter, const std::string& text,
                                   ErrorList& errors) {
  const auto node = parse_yaml(text, parameter.path, errors);
  Scenario scratch{};
  if (!node || read_field(parameter, *node, scratch, errors) != FieldRead::kDone) {
    return std::nullopt;
  }
  return number_of(std::get<NumberField>(parameter.field), scratch).mean();
}

}  // namespace

void gather_error_ranges(ResolvedScenario& resolved, ErrorList& errors) {
  Scenario& scenario = resolved.scenario;
  for (const MechanismEntry& entry : mechanisms()) {
    const std::size_t i = index_of(entry.mechanism);
    if (scenario.errors.setting[i] != ErrorSetting::kRange) continue;
    const std::vector<std::string> paths = parameter_paths(entry.mechanism);
    const std::size_t before = scenario.errors.ranges.size();
    for (const std::string& path : paths) {
      const Parameter& parameter = *find_parameter(path);
      const auto record = resolved.provenance.find(path);
      const auto& number = number_of(std::get<NumberField>(parameter.field), scenario);
      if (record == resolved.provenance.end() || !record->second.assumption ||
          record->second.assumption->range_low.empty() || !number.is_constant()) {
        continue;
      }
      const Assumption& assumption = *record->second.assumption;
      const auto low = end_of_range(parameter, assumption.range_low, errors);
      const auto high = end_of_range(parameter, assumption.range_high, errors);
      if (low && high) scenario.errors.ranges.push_back({path, *low, *high});
    }
    if (scenario.errors.ranges.size() != before) continue;
    const std::string key = "errors." + std::string(kMechanismNames[i]);
    const auto at = resolved.provenance.find(key);
    const Place place = at == resolved.provenance.end()
                            ? Place{}
                            : Place{at->second.file, at->second.line, at->second.column};
    errors.add(place, {key + " is 'range', but there is none to draw from",
                       "no plain number among " + comma_separated(paths) +
                           " has an assumption with a range",
                       "Give one an assumption with a range, or write 'mode' or 'off'."});
  }
}

}  // namespace fieldtwin

#include "scenarios/capacity/knob.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

Knob load_knob(const Scenario& scenario) {
  const Distribution stops = scenario.encounters.stops_per_shift.distribution();
  return {
      .name = "load",
      .words = "stops per shift, as a multiple of the scenario's",
      .overrides = [stops](double factor) {
        return std::vector<std::string>{"encounters.stops_per_shift=" +
                                        distribution_text(stops.scaled(factor), Dimension::kCount)};
      }};
}

Knob agents_knob(const Scenario& scenario) {
  const double day = scenario.ice.agents_day.mean().value();
  const double evening = scenario.ice.agents_evening.mean().value() / day;
  const double night = scenario.ice.agents_night.mean().value() / day;
  return {.name = "agents",
          .words = "agents at the ICE desk by day; evening and night in proportion",
          .whole = Whole::kYes,
          .start = day,
          .overrides = [evening, night](double agents) {
            // A hair below, so that a proportion that is whole but for rounding stays so.
            const auto part = [agents](double share) {
              return std::max(1.0, std::ceil(agents * share - 1e-9));
            };
            return std::vector<std::string>{fmt::format("ice.agents_day={}", agents),
                                            fmt::format("ice.agents_evening={}", part(evening)),
                                            fmt::format("ice.agents_night={}", part(night))};
          }};
}

std::vector<std::string> known_names() {
  std::vector<std::string> names{"load", "agents"};
  for (const Parameter& parameter : parameters()) names.push_back(parameter.path);
  return names;
}

}  // namespace

std::string Knob::text_of(double value) const {
  return format_number(value, dimension);
}

std::optional<Knob> find_knob(const std::string& name, const Scenario& scenario, const Place& place,
                              ErrorList& errors) {
  if (name == "load") return load_knob(scenario);
  if (name == "agents") return agents_knob(scenario);
  const Parameter* const parameter = find_parameter(name);
  if (!parameter) {
    errors.add(place, {"there is no parameter '" + name + "'",
                       "load, agents or the path of a parameter can be varied",
                       did_you_mean(name, known_names())});
    return std::nullopt;
  }
  const auto* const field = std::get_if<NumberField>(&parameter->field);
  const auto* const value =
      field ? std::get_if<Constant>(&number_of(*field, scenario).shape()) : nullptr;
  if (!value || value->value <= 0.0) {
    errors.add(place, {name + " is no plain number above 0 in this scenario",
                       "the search begins there", field ? "Give it one with --set." : ""});
    return std::nullopt;
  }
  const Dimension dimension = field->dimension;
  return Knob{.name = name,
              .words = parameter->meaning,
              .dimension = dimension,
              .whole = field->whole,
              .start = value->value,
              .overrides = [name, dimension](double number) {
                return std::vector<std::string>{name + "=" + format_number(number, dimension)};
              }};
}

}  // namespace fieldtwin

#include "scenarios/sweep/sweep_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

/// The decimal number of six digits next to it.
double rounded(double value) {
  return std::strtod(fmt::format("{:.5e}", value).c_str(), nullptr);
}

/// A number along a range, rounded within it.
double number_at(const SweptFactor& factor, double place) {
  const double exact = value_at(factor.factor, place);
  if (factor.factor.rounding == Factor::Rounding::kWhole) return exact;
  const auto* const range = std::get_if<FactorRange>(&factor.factor.values);
  if (!range) return rounded(exact);
  if (exact == range->low || exact == range->high) return exact;
  return std::clamp(rounded(exact), range->low, range->high);
}

/// The base's value of a parameter, multiplied; rounded where only whole numbers make sense.
std::string scaled_text(const SweepStudy& study, const std::string& path, double by) {
  const auto& field = std::get<NumberField>(find_parameter(path)->field);
  const Distribution scaled = number_of(field, study.base.scenario).scaled(by);
  const auto* const constant = std::get_if<Constant>(&scaled.shape());
  if (!constant) return distribution_text(scaled, field.dimension);
  const double value = constant->value;
  return format_number(field.whole == Whole::kYes ? std::round(value) : rounded(value),
                       field.dimension);
}

std::string name_of(const SweepStudy& study, const std::vector<double>& point) {
  std::string name;
  for (std::size_t j = 0; j < point.size(); ++j) {
    name += fmt::format("{}{} = {}", j == 0 ? "" : ", ", study.factors[j].factor.name,
                        value_of(study.factors[j], point[j]).text);
  }
  return name;
}

}  // namespace

std::vector<Factor> factors_of(const SweepStudy& study) {
  std::vector<Factor> factors;
  for (const SweptFactor& factor : study.factors) factors.push_back(factor.factor);
  return factors;
}

FactorValue value_of(const SweptFactor& factor, double place) {
  if (!factor.listed.empty()) {
    const auto i = static_cast<std::size_t>(value_at(factor.factor, place));
    if (factor.numbers.empty()) return {factor.listed[i], std::nullopt};
    return {factor.listed[i], factor.numbers[i]};
  }
  const double number = number_at(factor, place);
  return {format_number(number, factor.dimension), number};
}

std::vector<std::string> overrides_at(const SweepStudy& study, const std::vector<double>& point) {
  std::vector<std::string> overrides;
  for (std::size_t j = 0; j < point.size(); ++j) {
    const SweptFactor& factor = study.factors[j];
    const FactorValue value = value_of(factor, point[j]);
    for (const std::string& path : factor.paths) {
      overrides.push_back(path + "=" +
                          (factor.kind == SweptFactor::Kind::kScale
                               ? scaled_text(study, path, value.number.value())
                               : value.text));
    }
  }
  return overrides;
}

ResolvedScenario scenario_at(const SweepStudy& study, const std::vector<double>& point,
                             const LoadOptions& options) {
  std::vector<std::string> overrides = study.overrides;
  for (std::string& assignment : overrides_at(study, point)) {
    overrides.push_back(std::move(assignment));
  }
  try {
    return load_scenario(study.base_name, overrides, options);
  } catch (const ScenarioErrors& caught) {
    std::vector<ScenarioError> errors = caught.errors();
    for (ScenarioError& error : errors) {
      error.what = fmt::format("at the point {}: {}", name_of(study, point), error.what);
    }
    throw ScenarioErrors(errors);
  }
}

}  // namespace fieldtwin

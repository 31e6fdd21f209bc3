#include "scenarios/sweep/assumed_factors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

/// A range that spans more than this is thought of in orders of magnitude.
constexpr double kWide = 100.0;

/// The law of a number in [low, high] that is most likely near `mode`.
Distribution law_of(double low, double mode, double high) {
  if (low > 0.0 && high > kWide * low) return Distribution(LogUniform{low, high});
  return Distribution(Triangular{low, std::clamp(mode, low, high), high});
}

/// One end of an assumption's range in the base unit; the reader has checked it.
std::optional<double> number_in(const std::string& text, Dimension dimension) {
  const auto parsed = parse_number(text, dimension);
  const double* const number = std::get_if<double>(&parsed);
  return number ? std::optional(*number) : std::nullopt;
}

class Finder {
 public:
  explicit Finder(const ResolvedScenario& scenario) : scenario_(scenario) {}

  Assumptions find() {
    for (const Parameter& parameter : parameters()) {
      const auto origin = scenario_.provenance.find(parameter.path);
      if (origin == scenario_.provenance.end() || !origin->second.assumption) continue;
      consider(parameter, *origin->second.assumption);
    }
    return std::move(found_);
  }

 private:
  void consider(const Parameter& parameter, const Assumption& assumption) {
    if (assumption.range_low.empty()) return fix(parameter, "it has no range");
    if (assumption.range_low == assumption.range_high)
      return fix(parameter, "its range is a point");
    if (const auto* const number = std::get_if<NumberField>(&parameter.field)) {
      consider_number(parameter, *number, assumption);
    } else if (std::holds_alternative<ChoiceField>(parameter.field)) {
      SweptFactor factor = factor_of(parameter, FactorList{2});
      factor.listed = {assumption.range_low, assumption.range_high};
      found_.factors.push_back(std::move(factor));
    } else {
      fix(parameter, "it is neither a number nor one of several names");
    }
  }

  void consider_number(const Parameter& parameter, const NumberField& field,
                       const Assumption& assumption) {
    const auto low = number_in(assumption.range_low, field.dimension);
    const auto high = number_in(assumption.range_high, field.dimension);
    if (!low || !high || *low >= *high) return fix(parameter, "its range has no two numbers");
    const Distribution& value = number_of(field, scenario_.scenario);
    if (value.is_constant()) {
      SweptFactor factor = factor_of(parameter, law_of(*low, value.mean(), *high));
      factor.dimension = field.dimension;
      if (field.whole == Whole::kYes) factor.factor.rounding = Factor::Rounding::kWhole;
      found_.factors.push_back(std::move(factor));
      return;
    }
    if (value.min() == *low && value.max() == *high) {
      return fix(parameter, "its range is that of single cases, which is simulated as chance");
    }
    // No value may leave the bounds of the parameter.
    const double most = std::min(*high / value.mean(), field.high / value.max());
    const double least = *low / value.mean();
    if (!(value.mean() > 0.0) || !(least < most)) {
      return fix(parameter, "scaled to its range it would leave its bounds");
    }
    SweptFactor factor = factor_of(parameter, law_of(least, 1.0, most));
    factor.kind = SweptFactor::Kind::kScale;
    found_.factors.push_back(std::move(factor));
  }

  template <class Values>
  static SweptFactor factor_of(const Parameter& parameter, Values values) {
    SweptFactor factor;
    factor.factor.name = parameter.path;
    factor.factor.values = std::move(values);
    factor.paths = {parameter.path};
    return factor;
  }

  void fix(const Parameter& parameter, std::string why) {
    found_.fixed.push_back({parameter.path, std::move(why)});
  }

  const ResolvedScenario& scenario_;
  Assumptions found_;
};

}  // namespace

Assumptions assumptions_of(const ResolvedScenario& scenario) {
  return Finder(scenario).find();
}

EndOfRange end_of(const SweptFactor& factor, const ResolvedScenario& base, RangeEnd end) {
  const std::string& path = factor.paths.front();
  const bool low = end == RangeEnd::kLow;
  if (!factor.listed.empty()) {
    const std::string& text = low ? factor.listed.front() : factor.listed.back();
    return {text, path + "=" + text};
  }
  const Distribution& law = std::get<Distribution>(factor.factor.values);
  double number = low ? law.min() : law.max();
  if (factor.kind == SweptFactor::Kind::kValue) {
    if (factor.factor.rounding == Factor::Rounding::kWhole) number = std::round(number);
    const std::string text = format_number(number, factor.dimension);
    return {text, path + "=" + text};
  }
  const auto& field = std::get<NumberField>(find_parameter(path)->field);
  const Distribution& value = number_of(field, base.scenario);
  const std::string mean = format_number(
      std::strtod(fmt::format("{:.2e}", number * value.mean()).c_str(), nullptr), field.dimension);
  if (number == 0.0) return {mean, path + "=" + mean};
  return {"about " + mean, path + "=" + distribution_text(value.scaled(number), field.dimension)};
}

}  // namespace fieldtwin

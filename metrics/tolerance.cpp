#include "metrics/tolerance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "metrics/headlines.hpp"
#include "scenarios/reader/suggest.hpp"

namespace fieldtwin {
namespace {

[[noreturn]] void refuse(const std::string& message) {
  throw std::invalid_argument(message);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// A number and what stands behind it.
struct Written {
  double number;
  std::string_view unit;
};

Written read_written(std::string_view text) {
  const std::string copy(trimmed(text));
  char* end = nullptr;
  const double number = std::strtod(copy.c_str(), &end);
  if (end == copy.c_str() || !std::isfinite(number)) refuse(fmt::format("'{}' is no number", text));
  const auto read = static_cast<std::size_t>(end - copy.c_str());
  return {number, trimmed(trimmed(text).substr(read))};
}

/// So many of a metric's unit one of the written unit is.
double factor(std::string_view written, std::string_view unit, std::string_view text) {
  if (written.empty() || written == unit) return 1.0;
  if (unit == "share" && written == "%") return 0.01;
  if (unit == "s") {
    if (written == "ms") return 1e-3;
    if (written == "min") return 60.0;
    if (written == "h") return 3600.0;
  }
  refuse(unit.empty() ? fmt::format("'{}' should be a plain number", text)
                      : fmt::format("'{}' is not in the metric's unit, {}", text, unit));
}

}  // namespace

double Tolerance::around(double value) const {
  return of == Of::kUnit ? amount : amount * std::abs(value);
}

const Metric& known_metric(std::string_view name) {
  if (const Metric* metric = metric_named(name)) return *metric;
  std::vector<std::string> names;
  for (const Metric& metric : metrics()) names.push_back(metric.name);
  const std::string meant = closest(std::string(name), names);
  refuse(fmt::format("there is no metric '{}'{}", name,
                     meant.empty() ? " (compare.json and summary.json list them)"
                                   : fmt::format(". Did you mean '{}'?", meant)));
}

Tolerance read_tolerance(std::string_view text, std::string_view unit) {
  const Written quantity = read_written(text);
  if (!(quantity.number > 0.0)) refuse(fmt::format("'{}' is not more than 0", text));
  if (quantity.unit == "%") return {quantity.number / 100.0, Tolerance::Of::kShare};
  return {quantity.number * factor(quantity.unit, unit, text), Tolerance::Of::kUnit};
}

std::vector<PrecisionTarget> read_targets(const std::vector<std::string>& texts) {
  std::vector<PrecisionTarget> targets;
  const auto set = [&targets](const Metric& metric, const Tolerance& half_width) {
    const auto found = std::ranges::find(targets, &metric, &PrecisionTarget::metric);
    if (found == targets.end()) {
      targets.push_back({&metric, half_width});
    } else {
      found->half_width = half_width;
    }
  };
  for (const std::string& text : texts) {
    const auto equals = text.find('=');
    if (equals != std::string::npos) {
      const Metric& metric = known_metric(trimmed(std::string_view(text).substr(0, equals)));
      set(metric, read_tolerance(std::string_view(text).substr(equals + 1), metric.unit));
      continue;
    }
    const Tolerance half_width = read_tolerance(text, "");
    if (half_width.of != Tolerance::Of::kShare) {
      refuse(fmt::format("'{}' needs a metric, whose unit it is in: METRIC={}", text, text));
    }
    for (const Headline& headline : headlines()) {
      if (!is_part(headline)) set(known_metric(headline.metric), half_width);
    }
  }
  return targets;
}

HarmBound read_bound(std::string_view text) {
  const auto sign = text.find("<=");
  if (sign == std::string_view::npos) {
    refuse(fmt::format("'{}' is no bound. Write METRIC<=NUMBER.", text));
  }
  const Metric& metric = known_metric(trimmed(text.substr(0, sign)));
  const std::string_view amount = text.substr(sign + 2);
  const Written quantity = read_written(amount);
  return {&metric, quantity.number * factor(quantity.unit, metric.unit, amount)};
}

double read_confidence(std::string_view text) {
  const Written quantity = read_written(text);
  const double confidence = quantity.unit == "%"
                                ? quantity.number / 100.0
                                : quantity.number * factor(quantity.unit, "", text);
  if (!(confidence > 0.0 && confidence < 1.0)) {
    refuse(fmt::format("'{}' is no confidence: it has to lie between 0 and 100 %", text));
  }
  return confidence;
}

}  // namespace fieldtwin

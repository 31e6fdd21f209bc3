#pragma once
/// How exact is exact enough, as the command line says it.

#include <string>
#include <string_view>
#include <vector>

#include "metrics/catalogue.hpp"

namespace fieldtwin {

/// An amount in a metric's unit, or a share of a value of the metric.
struct Tolerance {
  enum class Of { kUnit, kShare };
  double amount;
  Of of;

  /// In the metric's unit, where the value is this.
  double around(double value) const;
};

/// How exactly a metric shall be known.
struct PrecisionTarget {
  const Metric* metric;
  Tolerance half_width;  //!< of the 95 % interval
};

/// No more of a metric than this, in its unit.
struct HarmBound {
  const Metric* metric;
  double at_most;
};

/// The readers below throw std::invalid_argument, with a message for the user.

/// The metric of that name; with what was probably meant.
const Metric& known_metric(std::string_view name);
/// "2 %" of a value, or "0.5" and "30 s" in the unit; positive.
Tolerance read_tolerance(std::string_view text, std::string_view unit);
/// "5%" for every headline metric that is no part of another row, "METRIC=2%" for one metric, also
/// if it is one of them. A later text outdoes an earlier one.
std::vector<PrecisionTarget> read_targets(const std::vector<std::string>& texts);
/// "METRIC<=300".
HarmBound read_bound(std::string_view text);
/// "95 %" or "0.95", between 0 and 1.
double read_confidence(std::string_view text);

}  // namespace fieldtwin

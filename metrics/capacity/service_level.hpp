#pragma once
/// A service level: bounds on metrics that a system has to keep.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "metrics/catalogue.hpp"

namespace fieldtwin {

/// `latency.answer_s.p95 <= 10 s`
struct ServiceTerm {
  enum class Bound { kAtMost, kAtLeast };
  const Metric* metric;
  Bound bound;
  double limit;      //!< in the metric's unit
  std::string text;  //!< as written
};

/// All of its terms have to hold; at least one.
using ServiceLevel = std::vector<ServiceTerm>;

/// What is wrong with a text, and where.
struct ServiceLevelProblem {
  std::size_t at;  //!< first letter of what is wrong
  std::size_t length;
  std::string what;        //!< without a full stop
  std::string suggestion;  //!< a whole sentence; may be empty

  /// The problem, with a line that points at it.
  std::string message(std::string_view text) const;
};

/// Reads `METRIC <= NUMBER && METRIC >= NUMBER ...`. A number stands in the metric's own unit, or
/// has a unit of a scenario: `120`,
/// `2 min`, `0.5 %`.
std::variant<ServiceLevel, ServiceLevelProblem> parse_service_level(std::string_view text);

}  // namespace fieldtwin

#pragma once
/// How much of the difference between points is the factors', and how much is luck.

#include <optional>

#include "metrics/sensitivity/responses.hpp"

namespace fieldtwin {

/// The variance between the points' values, each the mean over its replications.
struct VarianceParts {
  double between_points;  //!< sample variance of the values, luck included
  double of_factors;      //!< what it would be with endless replications; may be estimated below 0
  /// 1 - of_factors / between_points, in [0, 1]: the share that luck has in the differences between
  /// the points. Nothing if there is one replication, or no difference.
  std::optional<double> noise_share;
};

/// At least two points. The factors' part is the covariance between points of one replication's
/// values with those of another, which no luck enters; what luck does to all points alike under
/// common random numbers makes no difference between them, and is in neither part.
VarianceParts variance_parts(const Responses& responses);

}  // namespace fieldtwin

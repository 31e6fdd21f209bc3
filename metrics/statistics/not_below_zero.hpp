#pragma once
/// Intervals of what cannot be negative.

#include <algorithm>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// The estimate with its interval cut off at 0: a t interval knows nothing of where its quantity
/// can lie, and what is cut off cannot hold the true value.
inline Estimate not_below_zero(Estimate estimate) {
  if (estimate.interval) estimate.interval->low = std::max(0.0, estimate.interval->low);
  return estimate;
}

}  // namespace fieldtwin

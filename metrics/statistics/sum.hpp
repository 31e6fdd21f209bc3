#pragma once

#include <numeric>
#include <span>

namespace fieldtwin {

inline double sum(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace fieldtwin

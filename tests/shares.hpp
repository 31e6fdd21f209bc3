#pragma once
/// Whether a share that was counted agrees with the probability that should have given it.

#include <cmath>
#include <cstdint>

namespace fieldtwin {

/// The distance between `hits` of `n` and the expected share, in standard errors of that share;
/// infinite if the outcome is impossible.
inline double deviation(std::uint64_t hits, std::uint64_t n, double expected) {
  const auto trials = static_cast<double>(n);
  const double difference = static_cast<double>(hits) / trials - expected;
  return difference == 0.0 ? 0.0
                           : std::abs(difference) / std::sqrt(expected * (1.0 - expected) / trials);
}

}  // namespace fieldtwin

#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <random>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// Random numbers that are the same with every standard library.
class Source {
 public:
  explicit Source(std::uint64_t seed) : bits_(seed) {}
  double uniform() { return (static_cast<double>(bits_() >> 11) + 0.5) * 0x1p-53; }
  double exponential() { return -std::log(uniform()); }
  double normal() {  // Box & Muller
    constexpr double kTwoPi = 6.283185307179586;
    return std::sqrt(-2.0 * std::log(uniform())) * std::cos(kTwoPi * uniform());
  }
  double poisson(double mean) {
    double events = 0.0;
    for (double t = exponential(); t < mean; t += exponential()) ++events;
    return events;
  }

 private:
  std::mt19937_64 bits_;
};

inline bool holds(const std::optional<Interval>& interval, double truth) {
  return interval && interval->low <= truth && truth <= interval->high;
}

}  // namespace fieldtwin

#pragma once
/// Comparing a random value with a bound without computing it.

#include <vector>

#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// Tells whether the value that a distribution takes at `u` is at most some bound. The answer is
/// exact; a table of the distribution brackets the value, so that the value itself, whose inverse
/// CDF may cost as much as the rest of an encounter, is rarely computed.
class QuantileBounds {
 public:
  explicit QuantileBounds(const Distribution& distribution);

  bool at_most(double u, double bound) const;

 private:
  static constexpr std::size_t kCells = 512;

  Distribution distribution_;
  std::vector<double> at_;  //!< values at the cells' edges; empty if they do not rise with u
};

}  // namespace fieldtwin

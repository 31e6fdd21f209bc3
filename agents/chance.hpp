#pragma once
/// Whether something of a given probability happens.

#include "sim/quantities.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Decides by one draw. A probability that is itself drawn anew at each use gives the same law as
/// its mean, so the mean is used.
inline bool chance(const Draws& draws, const Varying<Probability>& probability, Decision decision,
                   std::uint64_t entity, std::uint16_t index = 0) {
  return draws.uniform(decision, entity, index) < probability.mean().value();
}

/// A value of a parameter at one use.
template <class Q>
Q value_of(const Draws& draws, const Varying<Q>& parameter, Decision decision, std::uint64_t entity,
           std::uint16_t index = 0) {
  return parameter.at(draws.uniform(decision, entity, index));
}

/// The whole number that a resolved parameter stands for.
inline std::uint16_t whole(const Varying<Count>& parameter) {
  const double value = parameter.mean().value();
  return static_cast<std::uint16_t>(value < 65'535.0 ? value + 0.5 : 65'535.0);
}

}  // namespace fieldtwin

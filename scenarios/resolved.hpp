#pragma once
/// The value of a parameter in one replication.

#include <stdexcept>

#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// The value of a parameter that is fixed or drawn once a replication. Such parameters are replaced
/// by the constants that were drawn for them before the model is built; one that was not is a bug
/// of the caller: throws std::logic_error rather than simulate some other world.
template <class Q>
Q resolved(const Varying<Q>& parameter) {
  if (!parameter.distribution().is_constant()) {
    throw std::logic_error("a parameter that is drawn once a replication was not drawn");
  }
  return parameter.mean();
}

}  // namespace fieldtwin

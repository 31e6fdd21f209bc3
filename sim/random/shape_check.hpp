#pragma once
/// Whether the parameters of a shape are those of a distribution.

#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// Throws std::invalid_argument, with one sentence that says what is wrong and which numbers were
/// given, if `shape` is not a distribution over finite numbers.
void check_shape(const Distribution::Shape& shape);

}  // namespace fieldtwin

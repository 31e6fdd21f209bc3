#pragma once
/// Whole officers for states.

#include <cstdint>
#include <vector>

namespace fieldtwin {

/// Whole numbers in proportion to the weights that sum to `total` (largest remainder, or Hamilton,
/// method); the earlier of two equal remainders is served first. The weights must not all be zero.
std::vector<std::uint32_t> apportion(std::uint32_t total, const std::vector<double>& weights);

}  // namespace fieldtwin

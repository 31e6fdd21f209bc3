#pragma once
/// Distances between templates, the same to the last bit on every machine.

#include <cstddef>
#include <cstdint>
#include <span>

namespace fieldtwin {

/// The square of the L2 distance of two templates of the same dimension, a multiple of 16. Sixteen
/// partial sums and then their tree are added in a fixed order without fused operations, so that a
/// decision at a threshold depends neither on the processor nor on how many queries are searched at
/// once.
float squared_distance(std::span<const float> a, std::span<const float> b);

/// The same of a query and each of `count` templates that lie one after the other.
void squared_distances(std::span<const float> query, const float* templates, std::size_t count,
                       float* squares);

}  // namespace fieldtwin

#include "matcher/gallery/distance.hpp"

#include <cstring>

namespace fieldtwin {
namespace {

// The compiler splits such a vector over whatever registers there are: the same sixteen sums.
using Lanes = float __attribute__((vector_size(64)));

inline __attribute__((always_inline)) float squared(const float* a, const float* b,
                                                    std::size_t dimension) {
  Lanes sums{};
  for (std::size_t i = 0; i < dimension; i += 16) {
    Lanes x;
    Lanes y;
    std::memcpy(&x, a + i, sizeof(x));
    std::memcpy(&y, b + i, sizeof(y));
    const Lanes difference = x - y;
    sums += difference * difference;
  }
  float lanes[16];
  std::memcpy(lanes, &sums, sizeof(sums));
  for (std::size_t width = 8; width > 0; width /= 2) {
    for (std::size_t i = 0; i < width; ++i) lanes[i] += lanes[i + width];
  }
  return lanes[0];
}

}  // namespace

float squared_distance(std::span<const float> a, std::span<const float> b) {
  return squared(a.data(), b.data(), a.size());
}

#if defined(__x86_64__)
__attribute__((target_clones("avx512f", "avx2", "default")))
#endif
void squared_distances(std::span<const float> query, const float* templates, std::size_t count,
                       float* squares) {
  for (std::size_t i = 0; i < count; ++i) {
    squares[i] = squared(templates + i * query.size(), query.data(), query.size());
  }
}

}  // namespace fieldtwin

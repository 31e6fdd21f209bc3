#include "matcher/gallery/distance.hpp"

#include <cstring>

namespace fieldtwin {
namespace {

// The compiler splits such vectors over whatever registers there are: the same sums. It moves lanes
// of a vector that is wider than a register one by one, so each half is added by itself.
using Four = float __attribute__((vector_size(16)));
using Eight = float __attribute__((vector_size(32)));

/// Adds the squares of the differences of eight components.
inline __attribute__((always_inline)) void add_squares(Eight& sums, const float* a,
                                                       const float* b) {
  Eight x;
  Eight y;
  std::memcpy(&x, a, sizeof(x));
  std::memcpy(&y, b, sizeof(y));
  const Eight difference = x - y;
  sums += difference * difference;
}

inline __attribute__((always_inline)) float squared(const float* a, const float* b,
                                                    std::size_t dimension) {
  Eight low{};
  Eight high{};
  for (std::size_t i = 0; i < dimension; i += 16) {
    add_squares(low, a + i, b + i);
    add_squares(high, a + i + 8, b + i + 8);
  }
  // Halves are added to halves.
  const Eight eight = low + high;
  const Four four = __builtin_shufflevector(eight, eight, 0, 1, 2, 3) +
                    __builtin_shufflevector(eight, eight, 4, 5, 6, 7);
  return (four[0] + four[2]) + (four[1] + four[3]);
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
  // Templates are read faster than the processor foresees pages.
  constexpr std::size_t kAhead = 4096 / sizeof(float);
  for (std::size_t i = 0; i < count; ++i) {
    const float* one = templates + i * query.size();
    for (std::size_t j = 0; j < query.size(); j += 16) __builtin_prefetch(one + kAhead + j);
    squares[i] = squared(templates + i * query.size(), query.data(), query.size());
  }
}

}  // namespace fieldtwin

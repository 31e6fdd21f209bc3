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
  // Halves are added to halves; what is left of interest is the first lane.
  sums += __builtin_shufflevector(sums, sums, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
  sums += __builtin_shufflevector(sums, sums, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3);
  sums += __builtin_shufflevector(sums, sums, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1);
  sums += __builtin_shufflevector(sums, sums, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
  return sums[0];
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

#include "matcher/gallery/scan.hpp"

#include <array>

namespace fieldtwin {
namespace {

constexpr std::int32_t kCodeOffset = 128;

std::int32_t two(std::int8_t low, std::int8_t high) {
  return static_cast<std::int32_t>(std::uint32_t{static_cast<std::uint16_t>(low)} |
                                   std::uint32_t{static_cast<std::uint16_t>(high)} << 16U);
}

std::int32_t four(std::span<const std::int8_t> codes) {
  std::uint32_t packed = 0;
  for (std::size_t i = 4; i-- > 0;) packed = packed << 8U | static_cast<std::uint8_t>(codes[i]);
  return static_cast<std::int32_t>(packed);
}

}  // namespace

// With codes x + 128 as stored and q: |x - q|^2 = |x|^2 + |q|^2 + 2 * 128 * sum(q)
//                                               - 2 * sum((x + 128) q).
ScanQuery::ScanQuery(std::span<const std::int8_t> codes) : base(squared_norm(codes)) {
  for (const std::int8_t code : codes) base += 2 * kCodeOffset * code;
  for (std::size_t i = 0; i < codes.size(); i += 4) {
    fours.push_back(four(codes.subspan(i, 4)));
    evens.push_back(two(codes[i], codes[i + 2]));
    odds.push_back(two(codes[i + 1], codes[i + 3]));
  }
}

void scan_portable(const Chunk& chunk, std::size_t groups, std::size_t dimension,
                   std::span<const ScanQuery> queries, ScanHits& hits) {
  const std::size_t fours = dimension / 4;
  for (std::size_t group = 0; group < groups; ++group) {
    const std::uint8_t* codes = chunk.codes() + group * fours * kGroupTemplates * 4;
    const std::int32_t* norms = chunk.norms() + group * kGroupTemplates;
    for (std::size_t q = 0; q < queries.size(); ++q) {
      std::array<std::int32_t, kGroupTemplates> products{};
      for (std::size_t j = 0; j < fours; ++j) {
        const auto packed = static_cast<std::uint32_t>(queries[q].fours[j]);
        for (std::size_t lane = 0; lane < kGroupTemplates; ++lane) {
          const std::uint8_t* x = codes + (j * kGroupTemplates + lane) * 4;
          for (std::size_t i = 0; i < 4; ++i) {
            products[lane] += x[i] * static_cast<std::int8_t>(packed >> (8U * i));
          }
        }
      }
      unsigned bits = 0;
      for (std::size_t lane = 0; lane < kGroupTemplates; ++lane) {
        const std::int32_t distance = queries[q].base + norms[lane] - 2 * products[lane];
        hits.distances[q][group * kGroupTemplates + lane] = distance;
        if (distance <= queries[q].cutoff) bits |= 1U << lane;
      }
      hits.lanes[q][group] = static_cast<std::uint16_t>(bits);
    }
  }
}

std::vector<ScanKernel> scan_kernels() {
  std::vector<ScanKernel> kernels;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) {
    kernels.push_back({"avx512_vnni", scan_avx512});
  }
  if (__builtin_cpu_supports("avx2")) kernels.push_back({"avx2", scan_avx2});
#endif
  kernels.push_back({"portable", scan_portable});
  return kernels;
}

}  // namespace fieldtwin

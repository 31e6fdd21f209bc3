/// The scan for processors with AVX2 or AVX-512 VNNI, chosen at run time.

#include "matcher/gallery/scan.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace fieldtwin {
namespace {

// The number of queries is a constant within, so that their sums stay in registers.

template <std::size_t kQueries>
__attribute__((target("avx512f,avx512bw,avx512vnni"))) void scan_vnni(const Chunk& chunk,
                                                                      std::size_t groups,
                                                                      std::size_t dimension,
                                                                      const ScanQuery* queries,
                                                                      ScanHits& hits) {
  const std::size_t fours = dimension / 4;
  const std::uint8_t* x = chunk.codes();
  const std::int32_t* fours_of[kQueries];
  for (std::size_t q = 0; q < kQueries; ++q) fours_of[q] = queries[q].fours.data();

  for (std::size_t group = 0; group < groups; ++group) {
    __m512i sums[kQueries];
    for (auto& sum : sums) sum = _mm512_setzero_si512();
    for (std::size_t j = 0; j < fours; ++j, x += 64) {
      const __m512i codes = _mm512_loadu_si512(x);
      for (std::size_t q = 0; q < kQueries; ++q) {
        sums[q] = _mm512_dpbusd_epi32(sums[q], codes, _mm512_set1_epi32(fours_of[q][j]));
      }
    }
    const __m512i norms = _mm512_loadu_si512(chunk.norms() + group * kGroupTemplates);
    for (std::size_t q = 0; q < kQueries; ++q) {
      const __m512i distances =
          _mm512_sub_epi32(_mm512_add_epi32(norms, _mm512_set1_epi32(queries[q].base)),
                           _mm512_add_epi32(sums[q], sums[q]));
      const __mmask16 lanes =
          _mm512_cmple_epi32_mask(distances, _mm512_set1_epi32(queries[q].cutoff));
      hits.lanes[q][group] = lanes;
      if (lanes != 0) {
        _mm512_storeu_si512(hits.distances[q] + group * kGroupTemplates, distances);
      }
    }
  }
}

template <std::size_t kQueries>
__attribute__((target("avx2"))) void scan_madd(const Chunk& chunk, std::size_t groups,
                                               std::size_t dimension, const ScanQuery* queries,
                                               ScanHits& hits) {
  const std::size_t fours = dimension / 4;
  const __m256i low_bytes = _mm256_set1_epi16(0x00FF);
  for (std::size_t half = 0; half < 2 * groups; ++half) {  // of a group: eight templates
    const std::uint8_t* x =
        chunk.codes() + (half / 2) * fours * kGroupTemplates * 4 + (half % 2) * 32;
    __m256i sums[kQueries];
    for (auto& sum : sums) sum = _mm256_setzero_si256();
    for (std::size_t j = 0; j < fours; ++j, x += 64) {
      const __m256i codes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(x));
      const __m256i even = _mm256_and_si256(codes, low_bytes);
      const __m256i odd = _mm256_srli_epi16(codes, 8);
      for (std::size_t q = 0; q < kQueries; ++q) {
        const __m256i products =
            _mm256_add_epi32(_mm256_madd_epi16(even, _mm256_set1_epi32(queries[q].evens[j])),
                             _mm256_madd_epi16(odd, _mm256_set1_epi32(queries[q].odds[j])));
        sums[q] = _mm256_add_epi32(sums[q], products);
      }
    }
    const __m256i norms =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(chunk.norms() + half * 8));
    for (std::size_t q = 0; q < kQueries; ++q) {
      const __m256i distances =
          _mm256_sub_epi32(_mm256_add_epi32(norms, _mm256_set1_epi32(queries[q].base)),
                           _mm256_add_epi32(sums[q], sums[q]));
      const __m256i beyond = _mm256_cmpgt_epi32(distances, _mm256_set1_epi32(queries[q].cutoff));
      const auto lanes =
          static_cast<std::uint16_t>(~_mm256_movemask_ps(_mm256_castsi256_ps(beyond)) & 0xFF);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(hits.distances[q] + half * 8), distances);
      if (half % 2 == 0) {
        hits.lanes[q][half / 2] = lanes;
      } else {
        hits.lanes[q][half / 2] = static_cast<std::uint16_t>(hits.lanes[q][half / 2] | lanes << 8);
      }
    }
  }
}

}  // namespace

void scan_avx512(const Chunk& chunk, std::size_t groups, std::size_t dimension,
                 std::span<const ScanQuery> queries, ScanHits& hits) {
  using Loop = void (*)(const Chunk&, std::size_t, std::size_t, const ScanQuery*, ScanHits&);
  constexpr Loop kLoops[kScanQueries] = {scan_vnni<1>, scan_vnni<2>, scan_vnni<3>, scan_vnni<4>,
                                         scan_vnni<5>, scan_vnni<6>, scan_vnni<7>, scan_vnni<8>};
  kLoops[queries.size() - 1](chunk, groups, dimension, queries.data(), hits);
}

void scan_avx2(const Chunk& chunk, std::size_t groups, std::size_t dimension,
               std::span<const ScanQuery> queries, ScanHits& hits) {
  using Loop = void (*)(const Chunk&, std::size_t, std::size_t, const ScanQuery*, ScanHits&);
  constexpr Loop kLoops[kScanQueries] = {scan_madd<1>, scan_madd<2>, scan_madd<3>, scan_madd<4>,
                                         scan_madd<5>, scan_madd<6>, scan_madd<7>, scan_madd<8>};
  kLoops[queries.size() - 1](chunk, groups, dimension, queries.data(), hits);
}

}  // namespace fieldtwin
#endif

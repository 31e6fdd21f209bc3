#pragma once
/// The inner loop of a search: distances between a few queries and all templates of a chunk.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "matcher/gallery/chunk.hpp"

namespace fieldtwin {

/// As many queries as one pass over the codes can serve.
inline constexpr std::size_t kScanQueries = 8;

/// A query's codes in the orders in which the loops read them.
struct ScanQuery {
  ScanQuery(std::span<const std::int8_t> codes);

  std::vector<std::int32_t> fours;  //!< components 4j to 4j+3 as bytes, of each j
  std::vector<std::int32_t> evens;  //!< components 4j and 4j+2 as 16-bit numbers
  std::vector<std::int32_t> odds;   //!< 4j+1 and 4j+3
  std::int32_t base;                //!< its squared norm, and what undoes the codes' offset
  std::int32_t cutoff = 0;          //!< templates at this squared distance or less are reported
};

/// What a scan of a chunk found.
struct ScanHits {
  std::uint16_t lanes[kScanQueries][kChunkGroups];  //!< of each query and group: bit of each hit
  std::int32_t distances[kScanQueries][kChunkTemplates];  //!< squared, in steps; only of groups
                                                          //!< with a hit
};

/// Compares up to kScanQueries queries with the first `groups` groups of a chunk. All arithmetic is
/// in integers and exact, so every implementation gives the same numbers.
using Scan = void (*)(const Chunk& chunk, std::size_t groups, std::size_t dimension,
                      std::span<const ScanQuery> queries, ScanHits& hits);

void scan_portable(const Chunk& chunk, std::size_t groups, std::size_t dimension,
                   std::span<const ScanQuery> queries, ScanHits& hits);
#if defined(__x86_64__)
void scan_avx2(const Chunk& chunk, std::size_t groups, std::size_t dimension,
               std::span<const ScanQuery> queries, ScanHits& hits);
void scan_avx512(const Chunk& chunk, std::size_t groups, std::size_t dimension,
                 std::span<const ScanQuery> queries, ScanHits& hits);
#endif

/// An implementation of the scan.
struct ScanKernel {
  std::string_view name;  //!< "avx512_vnni", "avx2", "portable"
  Scan scan;
};

/// Those that this machine can run, fastest first; never empty.
std::vector<ScanKernel> scan_kernels();

}  // namespace fieldtwin

#pragma once
/// Exact search of a gallery.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "matcher/gallery/gallery.hpp"
#include "matcher/gallery/scan.hpp"

namespace fieldtwin {

/// An entry that was found.
struct Neighbour {
  std::uint64_t id;
  float distance;  //!< L2
  bool operator==(const Neighbour&) const = default;
};

/// Nearest first; of two at the same distance, the lower id.
inline bool nearer(const Neighbour& a, const Neighbour& b) {
  return a.distance != b.distance ? a.distance < b.distance : a.id < b.id;
}

/// Writes the exact template of an id, for galleries that keep none. Called from several threads.
using TemplateOf = std::function<void(std::uint64_t id, std::span<float> values)>;

/// How to search.
struct SearchOptions {
  std::size_t most = 1;                                   //!< entries returned, at most
  float within = std::numeric_limits<float>::infinity();  //!< none farther away than this
  unsigned threads = 1;
  ScanKernel kernel = scan_kernels().front();
  TemplateOf template_of{};  //!< needed where the gallery keeps no templates
};

/// The nearest entries of each query, nearest first. `queries` holds whole templates one after the
/// other.
///
/// All codes are scanned; the exact distance is computed of every entry that the bounds on what the
/// codes lose leave open, so the result is that of comparing every template, to the last bit, for
/// any number of queries, threads or kind of processor. Throws std::invalid_argument if the queries
/// are not whole templates, or templates are neither kept nor given.
std::vector<std::vector<Neighbour>> search(const TemplateGallery& gallery, std::span<const float> queries,
                                           const SearchOptions& options);

/// The same by comparing every template that the gallery keeps.
std::vector<Neighbour> search_every_template(const TemplateGallery& gallery, std::span<const float> query,
                                             std::size_t most);

}  // namespace fieldtwin

#pragma once
/// Ways to search a gallery behind one interface: exactly, or nearly and faster.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/gallery/search.hpp"

namespace fieldtwin {

/// A gallery prepared for searching. An approximate index may miss an entry and is there for
/// studies of latency; a decision about a person is only ever made with the exact one.
class GalleryIndex {
 public:
  virtual ~GalleryIndex() = default;

  virtual std::string_view name() const = 0;
  /// Up to `most` entries for each query, nearest first, with their exact distances.
  virtual std::vector<std::vector<Neighbour>> search(std::span<const float> queries,
                                                     std::size_t most) const = 0;
};

/// The indexes that this build has: "exact", and "hnsw" and "ivfpq" where their libraries were
/// found.
std::vector<std::string> index_names();

/// An index over a gallery that keeps its templates and outlives the index. Throws
/// std::invalid_argument, saying which there are, if there is none of that name.
std::unique_ptr<GalleryIndex> make_index(std::string_view name, const TemplateGallery& gallery);

}  // namespace fieldtwin

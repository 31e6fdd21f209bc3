#pragma once
/// Indexes of other libraries, each in a build that found its library.

#include <memory>

#include "matcher/gallery/index.hpp"

namespace fieldtwin {

/// A navigable small-world graph (Malkov & Yashunin 2018) by hnswlib: 16 links, 200 candidates when
/// built, 128 when searched.
std::unique_ptr<GalleryIndex> make_hnsw_index(const TemplateGallery& gallery);

/// Inverted lists of product codes (Jegou, Douze & Schmid 2011) by faiss: as many lists as the root
/// of the gallery's size, 32 bytes a template, 64 lists searched, and the best 32 times as many as
/// are wanted compared exactly.
std::unique_ptr<GalleryIndex> make_ivfpq_index(const TemplateGallery& gallery);

/// Where an entry of a gallery lies: they are numbered through.
inline Chunk chunk_of(const TemplateGallery& gallery, std::size_t entry) {
  return gallery.chunk(entry / kChunkTemplates);
}

/// The entries of a list ranked by exact distance, the first `most` of them.
std::vector<Neighbour> rank_exactly(const TemplateGallery& gallery, std::span<const float> query,
                                    std::span<const std::size_t> entries, std::size_t most);

}  // namespace fieldtwin

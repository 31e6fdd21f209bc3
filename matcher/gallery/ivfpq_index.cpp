#include <faiss/IndexFlat.h>
#include <faiss/IndexIVFPQ.h>

#include <algorithm>
#include <cmath>

#include "matcher/gallery/approximate_index.hpp"

namespace fieldtwin {
namespace {

// faiss has moved the type between versions.
using FaissId = decltype(faiss::Index::ntotal);

constexpr std::size_t kBytes = 32;
constexpr std::size_t kListsSearched = 64;
constexpr std::size_t kComparedExactly = 32;  // for each entry wanted
constexpr std::size_t kTrained = 100'000;     // templates that the lists and codes are fitted to
constexpr std::size_t kLeast = 39 * 256;      // fewer do not determine 256 codes

class IvfPqIndex final : public GalleryIndex {
 public:
  explicit IvfPqIndex(const TemplateGallery& gallery)
      : gallery_(gallery),
        centres_(static_cast<FaissId>(gallery.shape().dimension)),
        lists_(&centres_, gallery.shape().dimension, lists_of(gallery.size()), kBytes, 8) {
    if (gallery.size() < kLeast) return;  // compared one by one
    std::vector<float> sample;
    const std::size_t step = gallery.size() / kTrained + 1;
    for (std::size_t entry = 0; entry < gallery.size(); entry += step) {
      const auto values = chunk_of(gallery, entry).exact(entry % kChunkTemplates);
      sample.insert(sample.end(), values.begin(), values.end());
    }
    lists_.train(static_cast<FaissId>(sample.size() / gallery.shape().dimension), sample.data());
    for (std::size_t c = 0; c < gallery.chunks(); ++c) {
      const Chunk chunk = gallery.chunk(c);
      lists_.add(chunk.header().count, chunk.exact(0).data());
    }
    lists_.nprobe = kListsSearched;
  }

  std::string_view name() const override { return "ivfpq"; }
  std::vector<std::vector<Neighbour>> search(std::span<const float> queries,
                                             std::size_t most) const override {
    const std::size_t dimension = gallery_.shape().dimension;
    if (lists_.ntotal == 0) return fieldtwin::search(gallery_, queries, {.most = most});
    const std::size_t wide = std::min(most * kComparedExactly, gallery_.size());
    const std::size_t count = queries.size() / dimension;
    std::vector<float> distances(count * wide);
    std::vector<FaissId> labels(count * wide);
    lists_.search(static_cast<FaissId>(count), queries.data(), static_cast<FaissId>(wide),
                  distances.data(), labels.data());
    std::vector<std::vector<Neighbour>> results;
    for (std::size_t q = 0; q < count; ++q) {
      std::vector<std::size_t> entries;
      for (std::size_t i = 0; i < wide; ++i) {
        const FaissId label = labels[q * wide + i];
        if (label >= 0) entries.push_back(static_cast<std::size_t>(label));
      }
      results.push_back(
          rank_exactly(gallery_, queries.subspan(q * dimension, dimension), entries, most));
    }
    return results;
  }

 private:
  static std::size_t lists_of(std::size_t templates) {
    return std::max<std::size_t>(
        static_cast<std::size_t>(std::sqrt(static_cast<double>(templates))), 1);
  }

  const TemplateGallery& gallery_;
  faiss::IndexFlatL2 centres_;
  faiss::IndexIVFPQ lists_;
};

}  // namespace

std::unique_ptr<GalleryIndex> make_ivfpq_index(const TemplateGallery& gallery) {
  return std::make_unique<IvfPqIndex>(gallery);
}

}  // namespace fieldtwin

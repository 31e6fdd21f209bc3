#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <hnswlib/hnswlib.h>
#pragma GCC diagnostic pop

#include <algorithm>

#include "matcher/gallery/approximate_index.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kLinks = 16;
constexpr std::size_t kWhenBuilt = 200;
constexpr std::size_t kWhenSearched = 128;

class HnswIndex final : public GalleryIndex {
 public:
  explicit HnswIndex(const TemplateGallery& gallery)
      : gallery_(gallery),
        space_(gallery.shape().dimension),
        graph_(&space_, std::max<std::size_t>(gallery.size(), 1), kLinks, kWhenBuilt) {
    for (std::size_t entry = 0; entry < gallery.size(); ++entry) {
      graph_.addPoint(chunk_of(gallery, entry).exact(entry % kChunkTemplates).data(), entry);
    }
    graph_.setEf(kWhenSearched);
  }

  std::string_view name() const override { return "hnsw"; }
  std::vector<std::vector<Neighbour>> search(std::span<const float> queries,
                                             std::size_t most) const override {
    std::vector<std::vector<Neighbour>> results;
    const std::size_t dimension = gallery_.shape().dimension;
    for (std::size_t at = 0; at < queries.size(); at += dimension) {
      const auto query = queries.subspan(at, dimension);
      std::vector<std::size_t> entries;
      if (gallery_.size() > 0) {
        auto heap = graph_.searchKnn(query.data(), std::min(most, gallery_.size()));
        for (; !heap.empty(); heap.pop()) entries.push_back(heap.top().second);
      }
      results.push_back(rank_exactly(gallery_, query, entries, most));
    }
    return results;
  }

 private:
  const TemplateGallery& gallery_;
  hnswlib::L2Space space_;
  hnswlib::HierarchicalNSW<float> graph_;
};

}  // namespace

std::unique_ptr<GalleryIndex> make_hnsw_index(const TemplateGallery& gallery) {
  return std::make_unique<HnswIndex>(gallery);
}

}  // namespace fieldtwin

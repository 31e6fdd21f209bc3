#include "matcher/gallery/index.hpp"

#include <stdexcept>

#include "matcher/gallery/approximate_index.hpp"

namespace fieldtwin {
namespace {

class ExactIndex final : public GalleryIndex {
 public:
  explicit ExactIndex(const TemplateGallery& gallery) : gallery_(gallery) {}

  std::string_view name() const override { return "exact"; }
  std::vector<std::vector<Neighbour>> search(std::span<const float> queries,
                                             std::size_t most) const override {
    return fieldtwin::search(gallery_, queries, {.most = most});
  }

 private:
  const TemplateGallery& gallery_;
};

}  // namespace

std::vector<std::string> index_names() {
  std::vector<std::string> names{"exact"};
#if defined(FIELDTWIN_HNSWLIB)
  names.emplace_back("hnsw");
#endif
#if defined(FIELDTWIN_FAISS)
  names.emplace_back("ivfpq");
#endif
  return names;
}

std::unique_ptr<GalleryIndex> make_index(std::string_view name, const TemplateGallery& gallery) {
  if (name == "exact") return std::make_unique<ExactIndex>(gallery);
#if defined(FIELDTWIN_HNSWLIB)
  if (name == "hnsw") return make_hnsw_index(gallery);
#endif
#if defined(FIELDTWIN_FAISS)
  if (name == "ivfpq") return make_ivfpq_index(gallery);
#endif
  std::string there;
  for (const std::string& one : index_names()) there += (there.empty() ? "" : ", ") + one;
  throw std::invalid_argument("there is no gallery index \"" + std::string(name) +
                              "\" (this build has: " + there + ")");
}

}  // namespace fieldtwin

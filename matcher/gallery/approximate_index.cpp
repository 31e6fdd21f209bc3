#include "matcher/gallery/approximate_index.hpp"

#include <algorithm>
#include <cmath>

#include "matcher/gallery/distance.hpp"

namespace fieldtwin {

std::vector<Neighbour> rank_exactly(const TemplateGallery& gallery, std::span<const float> query,
                                    std::span<const std::size_t> entries, std::size_t most) {
  std::vector<Neighbour> found;
  for (const std::size_t entry : entries) {
    const Chunk chunk = chunk_of(gallery, entry);
    const std::size_t slot = entry % kChunkTemplates;
    found.push_back({chunk.ids()[slot], squared_distance(chunk.exact(slot), query)});
  }
  std::sort(found.begin(), found.end(), nearer);
  if (found.size() > most) found.resize(most);
  for (Neighbour& one : found) one.distance = std::sqrt(one.distance);
  return found;
}

}  // namespace fieldtwin

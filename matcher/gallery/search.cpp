#include "matcher/gallery/search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <queue>
#include <stdexcept>
#include <thread>

#include "matcher/gallery/distance.hpp"

namespace fieldtwin {
namespace {

// What rounding in float may add to a computed distance, relative to it: far above 128 roundings.
constexpr double kRounding = 1e-4;

/// An entry whose exact distance may matter.
struct Open {
  std::size_t chunk;
  std::size_t slot;
  double least;  //!< its distance is not below this
};

/// A query, and how far the search for it is.
class Searched {
 public:
  Searched(std::span<const float> query, const TemplateGallery& gallery, const SearchOptions& options)
      : options_(&options), step_(Quantiser(gallery.shape().range).step()) {
    const Quantiser quantiser(gallery.shape().range);
    codes_.resize(query.size());
    quantiser.encode(query, codes_);
    lost_ = quantiser.error_bound(query, codes_);
  }

  const std::vector<std::int8_t>& codes() const { return codes_; }

  /// The squared distance in codes beyond which no entry of a chunk can matter.
  std::int32_t cutoff(float largest_error) const {
    const double distance = (bound() * (1.0 + kRounding) + largest_error + lost_) / step_;
    const double square = std::ceil(distance * distance);
    return square < kEmptyNorm / 2 ? static_cast<std::int32_t>(square) : kEmptyNorm / 2;
  }

  void consider(std::size_t chunk, std::size_t slot, std::int32_t squared, float error) {
    const double distance = step_ * std::sqrt(static_cast<double>(squared));
    const double slack = static_cast<double>(error) + lost_;
    const double least = (distance - slack) * (1.0 - kRounding);
    if (least > bound()) return;
    open_.push_back({chunk, slot, least});
    farthest_.push((distance + slack) * (1.0 + kRounding));
    if (farthest_.size() > options_->most) farthest_.pop();
  }

  const std::vector<Open>& open() const { return open_; }
  std::vector<double> farthest() {
    std::vector<double> bounds;
    for (; !farthest_.empty(); farthest_.pop()) bounds.push_back(farthest_.top());
    return bounds;
  }

 private:
  /// As many entries as are wanted are at this distance or nearer.
  double bound() const {
    return farthest_.size() < options_->most ? options_->within
                                             : std::min<double>(options_->within, farthest_.top());
  }

  const SearchOptions* options_;
  double step_;
  double lost_;
  std::vector<std::int8_t> codes_;
  std::vector<Open> open_;
  std::priority_queue<double> farthest_;  //!< upper bounds of the nearest entries so far
};

/// Scans chunks `first` to `last` - 1 for up to kScanQueries queries.
void scan_chunks(const TemplateGallery& gallery, std::size_t first, std::size_t last, Scan scan,
                 std::span<Searched> searched) {
  std::vector<ScanQuery> queries;
  for (const Searched& one : searched) queries.emplace_back(one.codes());
  const auto hits = std::make_unique<ScanHits>();
  for (std::size_t c = first; c < last; ++c) {
    const Chunk chunk = gallery.chunk(c);
    const ChunkHeader& header = chunk.header();
    const std::size_t groups = (header.count + kGroupTemplates - 1) / kGroupTemplates;
    for (std::size_t q = 0; q < searched.size(); ++q) {
      queries[q].cutoff = searched[q].cutoff(header.largest_error);
    }
    scan(chunk, groups, gallery.shape().dimension, queries, *hits);
    for (std::size_t q = 0; q < searched.size(); ++q) {
      for (std::size_t group = 0; group < groups; ++group) {
        for (unsigned lanes = hits->lanes[q][group]; lanes != 0; lanes &= lanes - 1) {
          const std::size_t slot =
              group * kGroupTemplates + static_cast<std::size_t>(std::countr_zero(lanes));
          searched[q].consider(c, slot, hits->distances[q][slot], chunk.errors()[slot]);
        }
      }
    }
  }
}

/// Distances from their squares, by which entries are ranked: roots of different squares may round
/// to the same number.
std::vector<Neighbour> with_roots(std::vector<Neighbour> found) {
  for (Neighbour& one : found) one.distance = std::sqrt(one.distance);
  return found;
}

/// The exact distances of what parts of a search left open.
std::vector<Neighbour> settle(const TemplateGallery& gallery, std::span<const float> query,
                              std::span<Searched*> parts, const SearchOptions& options) {
  std::vector<double> bounds;
  for (Searched* part : parts) {
    const auto more = part->farthest();
    bounds.insert(bounds.end(), more.begin(), more.end());
  }
  double bound = options.within;
  if (bounds.size() >= options.most) {
    const auto at = bounds.begin() + static_cast<std::ptrdiff_t>(options.most - 1);
    std::nth_element(bounds.begin(), at, bounds.end());
    bound = std::min(bound, *at);
  }
  std::vector<float> exact(gallery.shape().dimension);
  std::vector<Neighbour> found;
  for (const Searched* part : parts) {
    for (const Open& open : part->open()) {
      if (open.least > bound) continue;
      const Chunk chunk = gallery.chunk(open.chunk);
      const std::uint64_t id = chunk.ids()[open.slot];
      std::span<const float> values = exact;
      if (gallery.shape().keep == Keep::kTemplates) {
        values = chunk.exact(open.slot);
      } else {
        options.template_of(id, exact);
      }
      const float square = squared_distance(values, query);
      if (std::sqrt(square) <= options.within) found.push_back({id, square});
    }
  }
  const auto middle =
      found.begin() + static_cast<std::ptrdiff_t>(std::min(options.most, found.size()));
  std::partial_sort(found.begin(), middle, found.end(), nearer);
  found.erase(middle, found.end());
  return with_roots(std::move(found));
}

/// Searches for up to kScanQueries queries, the gallery shared among threads.
void search_together(const TemplateGallery& gallery, std::span<const std::span<const float>> queries,
                     const SearchOptions& options, std::vector<std::vector<Neighbour>>& results) {
  const std::size_t threads =
      std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(gallery.chunks(), 1));
  std::vector<std::vector<Searched>> parts(threads);
  for (auto& part : parts) {
    for (const auto& query : queries) part.emplace_back(query, gallery, options);
  }
  const auto from = [&](std::size_t thread) { return gallery.chunks() * thread / threads; };
  {
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < threads; ++t) {
      others.emplace_back(
          [&, t] { scan_chunks(gallery, from(t), from(t + 1), options.kernel.scan, parts[t]); });
    }
    scan_chunks(gallery, 0, from(1), options.kernel.scan, parts[0]);
  }
  for (std::size_t q = 0; q < queries.size(); ++q) {
    std::vector<Searched*> of_query;
    for (auto& part : parts) of_query.push_back(&part[q]);
    results.push_back(settle(gallery, queries[q], of_query, options));
  }
}

}  // namespace

std::vector<std::vector<Neighbour>> search(const TemplateGallery& gallery, std::span<const float> queries,
                                           const SearchOptions& options) {
  const std::size_t dimension = gallery.shape().dimension;
  if (queries.size() % dimension != 0) {
    throw std::invalid_argument("the queries are not whole templates");
  }
  if (gallery.shape().keep == Keep::kCodes && !options.template_of) {
    throw std::invalid_argument("the gallery keeps no templates, and nobody gives them");
  }
  std::vector<std::vector<Neighbour>> results;
  std::vector<std::span<const float>> together;
  for (std::size_t at = 0; at < queries.size(); at += dimension) {
    together.push_back(queries.subspan(at, dimension));
    if (together.size() == kScanQueries || at + dimension == queries.size()) {
      search_together(gallery, together, options, results);
      together.clear();
    }
  }
  return results;
}

std::vector<Neighbour> search_every_template(const TemplateGallery& gallery, std::span<const float> query,
                                             std::size_t most) {
  std::vector<Neighbour> nearest;  // a heap, farthest on top
  std::vector<float> squares(kChunkTemplates);
  for (std::size_t c = 0; c < gallery.chunks(); ++c) {
    const Chunk chunk = gallery.chunk(c);
    const std::size_t count = chunk.header().count;
    squared_distances(query, chunk.exact(0).data(), count, squares.data());
    for (std::size_t slot = 0; slot < count; ++slot) {
      const Neighbour one{chunk.ids()[slot], squares[slot]};
      if (nearest.size() == most) {
        if (!nearer(one, nearest.front())) continue;
        std::pop_heap(nearest.begin(), nearest.end(), nearer);
        nearest.pop_back();
      }
      nearest.push_back(one);
      std::push_heap(nearest.begin(), nearest.end(), nearer);
    }
  }
  std::sort(nearest.begin(), nearest.end(), nearer);
  return with_roots(std::move(nearest));
}

}  // namespace fieldtwin

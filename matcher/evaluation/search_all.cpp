#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "matcher/evaluation/identification.hpp"
#include "matcher/gallery/distance.hpp"

namespace fieldtwin {
namespace {

constexpr double kNowhere = std::numeric_limits<double>::infinity();

/// A person's entry in a gallery, or that they have none.
struct Entry {
  std::uint32_t person;
  const std::vector<float>* values;
};

/// The outcome of comparing a probe with a range of entries.
SearchOutcome outcome_of(const PersonTemplate& probe, std::span<const Entry> entries, std::span<const double> distances) {
  SearchOutcome outcome{probe.person, PairKind::kNonMated, kNowhere, kNowhere, 0};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    outcome.nearest = std::min(outcome.nearest, distances[i]);
    if (entries[i].person != probe.person) continue;
    outcome.kind = PairKind::kMated;
    outcome.own = distances[i];
  }
  if (outcome.kind == PairKind::kMated && std::isfinite(outcome.own)) {
    outcome.rank = 1;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].person != probe.person && distances[i] <= outcome.own) ++outcome.rank;
    }
  }
  return outcome;
}

std::vector<double> distances_of(const PersonTemplate& probe, std::span<const Entry> entries) {
  std::vector<double> distances;
  for (const Entry& entry : entries) {
    distances.push_back(probe.values.empty()
                            ? kNowhere
                            : std::sqrt(static_cast<double>(squared_distance(probe.values, *entry.values))));
  }
  return distances;
}

/// Sizes of galleries that are looked at: 10, 20, 50, 100, ... below the whole one.
std::vector<std::size_t> sizes_below(std::size_t people) {
  std::vector<std::size_t> sizes;
  for (std::size_t decade = 10; decade < people; decade *= 10) {
    for (const std::size_t times : {1U, 2U, 5U}) {
      if (decade * times < people) sizes.push_back(decade * times);
    }
  }
  return sizes;
}

}  // namespace

Searches search_all(const std::vector<PersonTemplate>& templates, std::size_t people) {
  std::vector<std::size_t> photos(people, 0);
  for (const PersonTemplate& t : templates) ++photos[t.person];
  std::vector<std::size_t> half(people, 2);  // 2: nobody's half
  std::vector<const PersonTemplate*> enrolled(people, nullptr);
  std::size_t dealt = 0;
  for (const PersonTemplate& t : templates) {
    if (photos[t.person] < 2 || t.values.empty() || enrolled[t.person] != nullptr) continue;
    enrolled[t.person] = &t;
    half[t.person] = dealt++ % 2;
  }
  Searches searches;
  searches.people = dealt / 2;
  for (const std::size_t size : sizes_below(searches.people)) searches.sizes.push_back({size, {}});
  for (std::size_t turn = 0; turn < 2; ++turn) {
    std::vector<Entry> entries;
    for (std::size_t p = 0; p < people && entries.size() < searches.people; ++p) {
      if (half[p] == turn) entries.push_back({static_cast<std::uint32_t>(p), &enrolled[p]->values});
    }
    if (entries.empty()) break;
    for (const PersonTemplate& probe : templates) {
      // People of one photo are searched for in the first gallery only, like all non-mated ones once.
      if (&probe == enrolled[probe.person] || (half[probe.person] == 2 && turn == 1)) continue;
      const std::vector<double> distances = distances_of(probe, entries);
      searches.outcomes.push_back(outcome_of(probe, entries, distances));
      for (auto& [size, outcomes] : searches.sizes) {
        for (std::size_t begin = 0; begin + size <= entries.size(); begin += size) {
          const SearchOutcome outcome = outcome_of(probe, std::span(entries).subspan(begin, size),
                                                   std::span(distances).subspan(begin, size));
          // A search for somebody of this half is non-mated in the other pieces: leave those out,
          // so that a person's weight is the same for both kinds.
          if (half[probe.person] == turn && outcome.kind == PairKind::kNonMated) continue;
          outcomes.push_back(outcome);
        }
      }
    }
  }
  return searches;
}

}  // namespace fieldtwin

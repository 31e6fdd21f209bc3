#pragma once
/// Searches of a gallery of modelled people.

#include <cstdint>
#include <functional>
#include <vector>

#include "matcher/tail/search_tail.hpp"
#include "matcher/template/modelled_people.hpp"

namespace fieldtwin {

/// Whom to search for.
struct SearchPlan {
  std::size_t searches;
  Probability quality{0.5};
  std::uint64_t first_person = 0;  //!< numbers from here on
  std::function<bool(const PersonKind&)> whom{};  //!< all if empty: others are passed over
  std::size_t best = 1;                           //!< entries looked at, of non-mated searches
  unsigned threads = 1;
};

/// Non-mated searches: `first_person` lies beyond the gallery. Scores are negative distances, so
/// that higher is more alike.
NonMatedSearches non_mated_searches(const ModelledPeople& people, const TemplateGallery& gallery,
                                    const SearchPlan& plan);

/// Of each mated search the distance to the person's own entry; no gallery is needed for it.
std::vector<double> mated_distances(const ModelledPeople& people, const SearchPlan& plan);

}  // namespace fieldtwin

#include "matcher/template/modelled_searches.hpp"

#include <cmath>

#include "matcher/gallery/distance.hpp"

namespace fieldtwin {
namespace {

std::vector<std::uint64_t> people_of(const ModelledPeople& people, const SearchPlan& plan) {
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t person = plan.first_person; numbers.size() < plan.searches; ++person) {
    if (!plan.whom || plan.whom(people.kind_of(person))) numbers.push_back(person);
  }
  return numbers;
}

}  // namespace

NonMatedSearches non_mated_searches(const ModelledPeople& people, const TemplateGallery& gallery,
                                    const SearchPlan& plan) {
  std::vector<float> queries;
  for (const std::uint64_t person : people_of(people, plan)) {
    const Template probe = people.probe(person, plan.quality);
    queries.insert(queries.end(), probe.begin(), probe.end());
  }
  SearchOptions options;
  options.most = plan.best;
  options.threads = plan.threads;
  options.template_of = people.template_of();
  NonMatedSearches searches{static_cast<double>(gallery.size()), {}, {}};
  for (const auto& found : search(gallery, queries, options)) {
    auto& scores = searches.best.emplace_back();
    auto& entries = searches.entries.emplace_back();
    for (const Neighbour& neighbour : found) {
      scores.push_back(-neighbour.distance);
      entries.push_back(neighbour.id);
    }
  }
  return searches;
}

std::vector<double> mated_distances(const ModelledPeople& people, const SearchPlan& plan) {
  std::vector<double> distances;
  for (const std::uint64_t person : people_of(people, plan)) {
    const Template probe = people.probe(person, plan.quality);
    distances.push_back(std::sqrt(squared_distance(people.enrolled(person), probe)));
  }
  return distances;
}

}  // namespace fieldtwin

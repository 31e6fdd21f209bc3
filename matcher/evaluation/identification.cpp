#include "matcher/evaluation/identification.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace fieldtwin {
namespace {

constexpr std::size_t kMostRanks = 20;
constexpr std::size_t kDetPoints = 60;

bool is_false_positive(const SearchOutcome& o, double threshold) { return o.nearest <= threshold; }
bool is_false_negative(const SearchOutcome& o, double threshold) { return o.rank != 1 || o.own > threshold; }

/// The rate of an event among searches of a kind, with its interval over people.
class Rates {
 public:
  explicit Rates(std::size_t people) : sets_(resampled_people(people, kResamples)), people_(people) {}

  template <typename Event>
  Rate operator()(const std::vector<SearchOutcome>& outcomes, PairKind kind, Event event) const {
    std::vector<double> hits(people_, 0.0);
    std::vector<double> trials(people_, 0.0);
    Rate rate;
    double all_hits = 0.0;
    for (const SearchOutcome& o : outcomes) {
      if (o.kind != kind) continue;
      ++rate.searches;
      trials[o.person] += 1.0;
      if (!event(o)) continue;
      hits[o.person] += 1.0;
      all_hits += 1.0;
    }
    if (rate.searches == 0) return rate;
    const auto n = static_cast<double>(rate.searches);
    rate.value = all_hits / n;
    if (all_hits == 0.0 || all_hits == n) {
      // Nothing to draw from: the exact binomial bound for as many trials as there are people.
      const auto searched = static_cast<std::uint64_t>(std::ranges::count_if(trials, [](double t) { return t > 0.0; }));
      rate.interval = binomial_interval(all_hits == 0.0 ? 0 : searched, searched);
      return rate;
    }
    std::vector<double> values;
    for (const auto& counts : sets_) {
      double h = 0.0;
      double t = 0.0;
      for (std::size_t p = 0; p < people_; ++p) {
        h += counts[p] * hits[p];
        t += counts[p] * trials[p];
      }
      if (t > 0.0) values.push_back(h / t);
    }
    rate.interval = percentile_interval(values);
    return rate;
  }

  Rate fpir(const std::vector<SearchOutcome>& outcomes, double threshold) const {
    return (*this)(outcomes, PairKind::kNonMated, [&](const auto& o) { return is_false_positive(o, threshold); });
  }
  Rate fnir(const std::vector<SearchOutcome>& outcomes, double threshold) const {
    return (*this)(outcomes, PairKind::kMated, [&](const auto& o) { return is_false_negative(o, threshold); });
  }
  Rate within_rank(const std::vector<SearchOutcome>& outcomes, std::size_t k) const {
    return (*this)(outcomes, PairKind::kMated, [&](const auto& o) { return o.rank >= 1 && o.rank <= k; });
  }

 private:
  std::vector<std::vector<std::uint32_t>> sets_;
  std::size_t people_;
};

/// Thresholds at which the false positive rate takes values evenly spaced on a logarithmic axis.
std::vector<double> det_thresholds(const std::vector<SearchOutcome>& outcomes) {
  std::vector<double> nearest;
  for (const SearchOutcome& o : outcomes) {
    if (o.kind == PairKind::kNonMated && std::isfinite(o.nearest)) nearest.push_back(o.nearest);
  }
  std::ranges::sort(nearest);
  std::set<double> thresholds;
  const double n = static_cast<double>(nearest.size());
  for (std::size_t i = 0; i < kDetPoints && !nearest.empty(); ++i) {
    const double place = std::pow(n, static_cast<double>(i) / (kDetPoints - 1.0));
    thresholds.insert(nearest[std::min(nearest.size() - 1, static_cast<std::size_t>(place) - 1)]);
  }
  return {thresholds.begin(), thresholds.end()};
}

std::vector<GroupPoint> by_group(const std::vector<SearchOutcome>& outcomes, double threshold, const Rates& rates,
                                 const GroupsOf& groups_of) {
  std::map<std::pair<std::string, std::string>, std::vector<SearchOutcome>> groups;
  for (const SearchOutcome& o : outcomes) {
    for (const auto& label : groups_of(o.person)) groups[label].push_back(o);
  }
  std::vector<GroupPoint> points;
  for (const auto& [label, of_group] : groups) {
    points.push_back({label.first, label.second, rates.fpir(of_group, threshold), rates.fnir(of_group, threshold),
                      rates.within_rank(of_group, 1)});
  }
  return points;
}

}  // namespace

Identification1N identification_of(const Searches& searches, std::size_t people, double threshold,
                                   const GroupsOf& groups_of) {
  const Rates rates(people);
  Identification1N result;
  result.people = searches.people;
  const auto& all = searches.outcomes;
  result.operating = {threshold, rates.fpir(all, threshold), rates.fnir(all, threshold)};
  for (const double t : det_thresholds(all)) result.det.push_back({t, rates.fpir(all, t), rates.fnir(all, t)});
  for (const auto& [size, outcomes] : searches.sizes) {
    result.sizes.push_back({size, rates.fpir(outcomes, threshold), rates.fnir(outcomes, threshold), rates.within_rank(outcomes, 1)});
  }
  result.sizes.push_back({searches.people, result.operating.fpir, result.operating.fnir, rates.within_rank(all, 1)});
  for (std::size_t k = 1; k <= std::min(kMostRanks, searches.people); ++k) result.ranks.push_back(rates.within_rank(all, k));
  result.groups = by_group(all, threshold, rates, groups_of);
  return result;
}

}  // namespace fieldtwin

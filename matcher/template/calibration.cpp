#include "matcher/template/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <stdexcept>
#include <variant>

#include "matcher/template/modelled_searches.hpp"

namespace fieldtwin {
namespace {

constexpr double kFewestFalsePositives = 30.0;
/// People from here on are in no gallery.
constexpr std::uint64_t kStrangers = 1ULL << 40U;

/// The distance within which a share of searches finds somebody.
double distance_for(Probability fpir, const NonMatedSearches& searches) {
  std::vector<double> best;
  for (const auto& scores : searches.best) best.push_back(scores.front());
  const auto place = static_cast<std::size_t>(fpir.value() * static_cast<double>(best.size()));
  std::nth_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(place), best.end(),
                   std::greater<>());
  return -best[place];
}

/// The same in a larger gallery, by the tail.
std::variant<double, TailRefusal> distance_by_tail(Probability fpir, double people,
                                                   const SearchTail& tail, const Draws& draws) {
  double low = 0.0, high = -tail.level();
  for (int step = 0; step < 40; ++step) {
    const double middle = 0.5 * (low + high);
    const auto told = tail.false_positives(people, -middle, draws);
    if (const auto* refusal = std::get_if<TailRefusal>(&told)) return *refusal;
    (std::get<RateBounds>(told).rate < fpir ? low : high) = middle;
  }
  if (high < -tail.level()) return high;
  return TailRefusal::kBelowLevel;
}

double share_beyond(double distance, const std::vector<double>& sorted) {
  const auto beyond = sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), distance);
  return static_cast<double>(beyond) / static_cast<double>(sorted.size());
}

double slope(const std::vector<CalibrationPoint>& points) {
  const auto count = static_cast<double>(points.size());
  double x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;
  for (const auto& p : points) {
    const double n = std::log(p.people), f = std::log(p.fnir);
    x += n, y += f, xx += n * n, xy += n * f;
  }
  return (count * xy - x * y) / (count * xx - x * x);
}

}  // namespace

Calibration calibrate(const ModelledPeople& people, const CalibrationPlan& plan) {
  if (plan.fpir.value() * static_cast<double>(plan.searches) < kFewestFalsePositives) {
    throw std::invalid_argument("with so few searches fewer than 30 false positives are to be "
                                "expected, and a threshold cannot be told: search more");
  }
  auto mated = mated_distances(people, {.searches = plan.searches});
  std::sort(mated.begin(), mated.end());

  Calibration result;
  auto& points = result.points;
  std::optional<SearchTail> tail;
  for (const std::uint64_t n : {plan.people / 10, plan.people, plan.people * 10}) {
    auto searches = non_mated_searches(
        people, people.gallery(n, plan.threads),
        {.searches = plan.searches,
         .first_person = kStrangers,
         .best = std::min<std::size_t>(kTailScores, n),
         .threads = plan.threads});
    const double distance = distance_for(plan.fpir, searches);
    points.push_back({CalibrationPoint::From::kSearches, static_cast<double>(n), distance,
                      share_beyond(distance, mated), 0.0});
    // Only the rate itself is asked for: two resamples are the cheapest interval.
    tail.emplace(std::move(searches), TailOptions{.resamples = 2});
  }
  const auto n0 = static_cast<double>(plan.people);
  const double exponent = slope(points);
  result.anchor = {"own-synthetic", n0, plan.fpir, Probability(points[1].fnir), exponent};
  for (const double n : {100.0 * n0, 1000.0 * n0}) {
    const auto told = distance_by_tail(plan.fpir, n, *tail, Draws(0, 0));
    if (const auto* refusal = std::get_if<TailRefusal>(&told)) {
      result.refusal = *refusal;
      break;
    }
    const double distance = std::get<double>(told);
    points.push_back(
        {CalibrationPoint::From::kTail, n, distance, share_beyond(distance, mated), 0.0});
  }
  for (auto& p : points) {
    p.law = std::min(1.0, result.anchor.fnir.value() * std::pow(p.people / n0, exponent));
  }
  return result;
}

}  // namespace fieldtwin

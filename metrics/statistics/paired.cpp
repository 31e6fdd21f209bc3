#include "metrics/statistics/paired.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "metrics/statistics/sum.hpp"

namespace fieldtwin {
namespace {

bool all_zero(std::span<const double> values) {
  return std::ranges::all_of(values, [](double v) { return v == 0.0; });
}

void require_same_size(std::span<const double> a, std::span<const double> b) {
  if (a.size() != b.size()) throw std::invalid_argument("paired samples must be of the same size");
}

void require_same_size(const RatioSeries& base, const RatioSeries& alternative) {
  require_same_size(base.above, base.below);
  require_same_size(alternative.above, alternative.below);
  require_same_size(base.above, alternative.above);
}

std::vector<double> differences(std::span<const double> base, std::span<const double> alternative) {
  require_same_size(base, alternative);
  std::vector<double> result(base.size());
  std::ranges::transform(alternative, base, result.begin(), std::minus<>());
  return result;
}

double square(double x) {
  return x * x;
}

std::uint64_t whole(double events) {
  if (events < 0.0 || events != std::floor(events)) {
    throw std::invalid_argument("counts must be whole numbers, not negative");
  }
  return static_cast<std::uint64_t>(events);
}

/// Zou & Donner's interval for the difference of two Poisson means, one of each seen.
Interval poisson_difference_interval(double gained, double lost, double confidence) {
  const Interval g = poisson_interval(whole(gained), confidence);
  const Interval l = poisson_interval(whole(lost), confidence);
  const double d = gained - lost;
  return {d - std::sqrt(square(gained - g.low) + square(l.high - lost)),
          d + std::sqrt(square(g.high - gained) + square(lost - l.low))};
}

/// Events gained and lost over all pairs.
struct Changes {
  double gained = 0.0, lost = 0.0;
  double all() const { return gained + lost; }
};

Changes changes_between(std::span<const double> base, std::span<const double> alternative) {
  Changes changes;
  for (const double d : differences(base, alternative)) {
    (d > 0.0 ? changes.gained : changes.lost) += std::abs(d);
  }
  return changes;
}

/// Whether so many events changed, or might have changed and did not, that replications tell all.
bool are_many(const Changes& changes, std::span<const double> base, Worlds worlds) {
  if (changes.all() > 0.0) return changes.all() >= kFewEvents;
  return worlds == Worlds::kSame || sum(base) >= kFewEvents;
}

/// What the number of changed events tells of the difference of all events; nothing if so many
/// changed, or if so many might have changed and did not, that the t interval says it all.
std::optional<Interval> interval_of_few_changes(std::span<const double> base,
                                                std::span<const double> alternative, Worlds worlds,
                                                double confidence) {
  const Changes changes = changes_between(base, alternative);
  if (are_many(changes, base, worlds)) return std::nullopt;
  if (changes.all() > 0.0) {
    return poisson_difference_interval(changes.gained, changes.lost, confidence);
  }
  const double bound = poisson_bound_of_none(confidence);
  return Interval{-bound, bound};
}

/// The variance of a pair's difference in events that their number does not exclude; 0 among many.
double least_variance(std::span<const double> base, std::span<const double> alternative,
                      Worlds worlds) {
  const Changes changes = changes_between(base, alternative);
  if (are_many(changes, base, worlds)) return 0.0;
  const double most = changes.all() > 0.0
                          ? poisson_interval(whole(changes.all()), kUsualConfidence).high
                          : poisson_bound_of_none(kUsualConfidence);
  return most / static_cast<double>(base.size());
}

/// The deviations of a ratio of sums that its replications cause, scaled to be of its unit.
std::vector<double> linearised(const RatioSeries& series, double ratio) {
  const double scale = static_cast<double>(series.above.size()) / sum(series.below);
  std::vector<double> result(series.above.size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i] = scale * (series.above[i] - ratio * series.below[i]);
  }
  return result;
}

/// Nothing if either has no denominator.
std::optional<Estimate> linearised_difference(const RatioSeries& base,
                                              const RatioSeries& alternative, double confidence) {
  require_same_size(base, alternative);
  if (sum(base.below) == 0.0 || sum(alternative.below) == 0.0) return std::nullopt;
  const double before = sum(base.above) / sum(base.below);
  const double after = sum(alternative.above) / sum(alternative.below);
  Estimate result =
      paired_difference(linearised(base, before), linearised(alternative, after), confidence);
  // Residuals have the mean 0 but for rounding; what they tell is the width.
  result.mean = after - before;
  if (result.interval) {
    const double half = (result.interval->high - result.interval->low) / 2.0;
    result.interval = Interval{result.mean - half, result.mean + half};
  }
  return result;
}

}  // namespace

Estimate paired_difference(std::span<const double> base, std::span<const double> alternative,
                           double confidence) {
  return mean_with_t_interval(differences(base, alternative), confidence);
}

Estimate paired_count_difference(std::span<const double> base, std::span<const double> alternative,
                                 Worlds worlds, double confidence) {
  Estimate result = paired_difference(base, alternative, confidence);
  const auto few = interval_of_few_changes(base, alternative, worlds, confidence);
  if (!few) return result;
  const double n = static_cast<double>(base.size());
  result.interval = hull(result.interval, {few->low / n, few->high / n});
  return result;
}

std::optional<Estimate> paired_ratio_difference(const RatioSeries& base,
                                                const RatioSeries& alternative, Worlds worlds,
                                                double confidence) {
  auto result = linearised_difference(base, alternative, confidence);
  const bool never_seen = all_zero(base.above) && all_zero(alternative.above);
  if (result && never_seen && worlds == Worlds::kDifferent) result->interval.reset();
  return result;
}

std::optional<Estimate> paired_rate_difference(const RatioSeries& base,
                                               const RatioSeries& alternative, double scale,
                                               Worlds worlds, double confidence) {
  auto result = linearised_difference(base, alternative, confidence);
  if (!result) return result;
  if (const auto few = interval_of_few_changes(base.above, alternative.above, worlds, confidence)) {
    const double exposure = sum(alternative.below);
    const double shift = sum(base.above) / exposure - sum(base.above) / sum(base.below);
    result->interval =
        hull(result->interval, {shift + few->low / exposure, shift + few->high / exposure});
  }
  result->mean *= scale;
  if (result->interval) {
    result->interval = Interval{result->interval->low * scale, result->interval->high * scale};
  }
  return result;
}

PairVariance paired_variance(std::span<const double> base, std::span<const double> alternative) {
  const std::vector<double> d = differences(base, alternative);
  if (d.size() < 2) throw std::invalid_argument("a variance needs two pairs");
  const double n = static_cast<double>(d.size());
  const double mean = sum(d) / n;
  double squares = 0.0;
  for (const double value : d) squares += square(value - mean);
  return {squares / (n - 1.0), n - 1.0};
}

PairVariance paired_count_variance(std::span<const double> base,
                                   std::span<const double> alternative, Worlds worlds) {
  PairVariance result = paired_variance(base, alternative);
  result.variance = std::max(result.variance, least_variance(base, alternative, worlds));
  return result;
}

std::optional<PairVariance> paired_ratio_variance(const RatioSeries& base,
                                                  const RatioSeries& alternative) {
  require_same_size(base, alternative);
  if (sum(base.below) == 0.0 || sum(alternative.below) == 0.0) return std::nullopt;
  return paired_variance(linearised(base, sum(base.above) / sum(base.below)),
                         linearised(alternative, sum(alternative.above) / sum(alternative.below)));
}

std::optional<PairVariance> paired_rate_variance(const RatioSeries& base,
                                                 const RatioSeries& alternative, double scale,
                                                 Worlds worlds) {
  auto result = paired_ratio_variance(base, alternative);
  if (!result) return result;
  const double exposure = sum(alternative.below) / static_cast<double>(alternative.below.size());
  const double least = least_variance(base.above, alternative.above, worlds) / square(exposure);
  result->variance = square(scale) * std::max(result->variance, least);
  return result;
}

bool is_real(const std::optional<Estimate>& difference) {
  if (!difference || !difference->interval) return false;
  return difference->interval->low > 0.0 || difference->interval->high < 0.0;
}

}  // namespace fieldtwin

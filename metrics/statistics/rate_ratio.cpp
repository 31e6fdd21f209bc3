#include "metrics/statistics/rate_ratio.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace fieldtwin {
namespace {

double sum_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// The t interval of the logarithm; there are two replications or more, and events of both.
Interval delta_interval(const RateSeries& a, const RateSeries& b, double ratio, double confidence) {
  const std::size_t n = a.events.size();
  const double events_a = sum_of(a.events), events_b = sum_of(b.events);
  const double exposure_a = sum_of(a.exposures), exposure_b = sum_of(b.exposures);
  double squares = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    const double residual = a.events[i] / events_a - a.exposures[i] / exposure_a -
                            b.events[i] / events_b + b.exposures[i] / exposure_b;
    squares += residual * residual;
  }
  const double m = static_cast<double>(n);
  const double t = boost::math::quantile(boost::math::students_t(m - 1.0), 0.5 + confidence / 2.0);
  const double half = t * std::sqrt(squares * m / (m - 1.0));
  return {ratio * std::exp(-half), ratio * std::exp(half)};
}

/// The exact interval of two Poisson counts.
Interval conditional_interval(double events_a, double events_b, double exposures_b_over_a,
                              double confidence) {
  const auto a = static_cast<std::uint64_t>(events_a);
  const auto trials = static_cast<std::uint64_t>(events_a + events_b);
  // With nothing on one side, all the doubt is on the other.
  const double two_sided = a == 0 ? 2.0 * confidence - 1.0 : confidence;
  const Interval share = binomial_interval(a, trials, two_sided);
  const auto odds = [](double p) { return p / (1.0 - p); };
  return {exposures_b_over_a * odds(share.low), exposures_b_over_a * odds(share.high)};
}

}  // namespace

std::optional<Estimate> rate_ratio_estimate(const RateSeries& group, const RateSeries& reference,
                                            double confidence) {
  const auto a = rate_estimate(group.events, group.exposures, 1.0, confidence);
  const auto b = rate_estimate(reference.events, reference.exposures, 1.0, confidence);
  if (group.events.size() != reference.events.size()) {
    throw std::invalid_argument("both groups are of the same replications");
  }
  if (!a || !b || b->mean == 0.0) return std::nullopt;

  Estimate result{.mean = a->mean / b->mean, .interval = std::nullopt, .n = group.events.size()};
  const double events_a = sum_of(group.events), events_b = sum_of(reference.events);
  if (result.n > 1 && events_a > 0.0) {
    result.interval = delta_interval(group, reference, result.mean, confidence);
  }
  if (events_a < kFewEvents || events_b < kFewEvents) {
    const Interval exact = conditional_interval(
        events_a, events_b, sum_of(reference.exposures) / sum_of(group.exposures), confidence);
    result.interval = result.interval ? Interval{std::min(result.interval->low, exact.low),
                                                 std::max(result.interval->high, exact.high)}
                                      : exact;
  }
  return result;
}

}  // namespace fieldtwin

#include "metrics/statistics/interval.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "metrics/statistics/sum.hpp"

namespace fieldtwin {
namespace {

/// Plain double throughout: the same bits wherever a double is 64 bits long.
using MathPolicy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

void require(bool holds, const char* problem) {
  if (!holds) throw std::invalid_argument(problem);
}

void require_confidence(double confidence) {
  require(confidence > 0.0 && confidence < 1.0, "confidence must lie between 0 and 1");
}

void require_finite(std::span<const double> values) {
  require(std::ranges::all_of(values, [](double v) { return std::isfinite(v); }),
          "an estimate needs finite values");
}

void require_counts(std::span<const double> counts) {
  require(std::ranges::all_of(counts, [](double c) { return c >= 0.0 && c == std::floor(c); }),
          "counts must be whole numbers, not negative");
}

double half_width(double sum_of_squares, std::size_t n, double confidence) {
  const auto size = static_cast<double>(n);
  const boost::math::students_t_distribution<double, MathPolicy> t(size - 1.0);
  const double factor = boost::math::quantile(boost::math::complement(t, (1.0 - confidence) / 2.0));
  return factor * std::sqrt(sum_of_squares / (size - 1.0) / size);
}

/// Sum of the squared residuals of a ratio of sums.
double squared_residuals(std::span<const double> numerators, std::span<const double> denominators,
                         double ratio) {
  double squares = 0.0;
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    const double residual = numerators[i] - ratio * denominators[i];
    squares += residual * residual;
  }
  return squares;
}

/// Ratio of sums with the t interval of the linearised residuals. The denominators' sum is not 0.
Estimate linearised_ratio(std::span<const double> numerators, std::span<const double> denominators,
                          double confidence) {
  const std::size_t n = numerators.size();
  const double total = sum(denominators);
  const double ratio = sum(numerators) / total;
  Estimate estimate{ratio, std::nullopt, n};
  if (n < 2) return estimate;
  const double squares = squared_residuals(numerators, denominators, ratio);
  const double half = half_width(squares, n, confidence) * static_cast<double>(n) / std::abs(total);
  estimate.interval = Interval{ratio - half, ratio + half};
  return estimate;
}

void require_pairs(std::span<const double> numerators, std::span<const double> denominators) {
  require(numerators.size() == denominators.size(), "a ratio needs as many values above as below");
  require_finite(numerators);
  require_finite(denominators);
}

void cut(Estimate& estimate, double low, double high) {
  if (!estimate.interval) return;
  estimate.interval->low = std::max(estimate.interval->low, low);
  estimate.interval->high = std::min(estimate.interval->high, high);
}

/// Garwood's interval, for a number of events that need not be whole.
Interval poisson_limits(double k, double confidence) {
  const double tail = (1.0 - confidence) / 2.0;
  return {k == 0.0 ? 0.0 : boost::math::gamma_p_inv(k, tail, MathPolicy()),
          boost::math::gamma_q_inv(k + 1.0, tail, MathPolicy())};
}

}  // namespace

Interval hull(const std::optional<Interval>& a, const Interval& b) {
  return a ? Interval{std::min(a->low, b.low), std::max(a->high, b.high)} : b;
}

Interval poisson_interval(std::uint64_t count, double confidence) {
  require_confidence(confidence);
  return poisson_limits(static_cast<double>(count), confidence);
}

Interval binomial_interval(std::uint64_t successes, std::uint64_t trials, double confidence) {
  require_confidence(confidence);
  require(successes <= trials, "more successes than trials");
  const double tail = (1.0 - confidence) / 2.0;
  const auto k = static_cast<double>(successes);
  const auto failures = static_cast<double>(trials - successes);
  return {
      successes == 0 ? 0.0 : boost::math::ibeta_inv(k, failures + 1.0, tail, MathPolicy()),
      successes == trials ? 1.0 : boost::math::ibetac_inv(k + 1.0, failures, tail, MathPolicy())};
}

double poisson_bound_of_none(double confidence) {
  require_confidence(confidence);
  return -std::log1p(-confidence);
}

Estimate mean_with_t_interval(std::span<const double> replications, double confidence) {
  require_confidence(confidence);
  require(!replications.empty(), "a mean needs at least one replication");
  require_finite(replications);
  const std::size_t n = replications.size();
  // Measured from the first value, so that equal values have exactly that mean and no spread.
  const double origin = replications.front();
  double shift = 0.0;
  for (const double value : replications) shift += value - origin;
  const double mean = origin + shift / static_cast<double>(n);
  if (n == 1) return {mean, std::nullopt, n};
  double squares = 0.0;
  for (const double value : replications) squares += (value - mean) * (value - mean);
  const double half = half_width(squares, n, confidence);
  return {mean, Interval{mean - half, mean + half}, n};
}

Estimate count_estimate(std::span<const double> counts, double confidence) {
  require(!counts.empty(), "a mean needs at least one replication");
  const std::vector<double> ones(counts.size(), 1.0);
  return *rate_estimate(counts, ones, 1.0, confidence);
}

std::optional<Estimate> rate_estimate(std::span<const double> events,
                                      std::span<const double> exposures, double scale,
                                      double confidence) {
  require_confidence(confidence);
  require_pairs(events, exposures);
  require_counts(events);
  require(std::ranges::all_of(exposures, [](double e) { return e >= 0.0; }),
          "exposures must not be negative");
  require(scale > 0.0 && std::isfinite(scale), "the scale of a rate must be positive");
  const double exposure = sum(exposures);
  if (exposure == 0.0) return std::nullopt;

  Estimate estimate = linearised_ratio(events, exposures, confidence);
  const double seen = sum(events);
  if (seen == 0.0) {
    estimate.interval = Interval{0.0, poisson_bound_of_none(confidence) / exposure};
  } else if (seen < kFewEvents) {
    const Interval exact = poisson_interval(static_cast<std::uint64_t>(seen), confidence);
    estimate.interval = hull(estimate.interval, {exact.low / exposure, exact.high / exposure});
  }
  cut(estimate, 0.0, HUGE_VAL);
  estimate.mean *= scale;
  if (estimate.interval) {
    estimate.interval->low *= scale;
    estimate.interval->high *= scale;
  }
  return estimate;
}

std::optional<Estimate> proportion_estimate(std::span<const double> successes,
                                            std::span<const double> trials, double confidence) {
  require_confidence(confidence);
  require_pairs(successes, trials);
  require_counts(successes);
  require_counts(trials);
  for (std::size_t i = 0; i < trials.size(); ++i) {
    require(successes[i] <= trials[i], "more successes than trials");
  }
  const double all = sum(trials);
  if (all == 0.0) return std::nullopt;

  Estimate estimate = linearised_ratio(successes, trials, confidence);
  const double seen = sum(successes);
  const double bound = -std::expm1(std::log1p(-confidence) / all);  // of what never happened
  if (seen == 0.0) {
    estimate.interval = Interval{0.0, bound};
  } else if (seen == all) {
    estimate.interval = Interval{1.0 - bound, 1.0};
  } else if (std::min(seen, all - seen) < kFewEvents) {
    estimate.interval =
        hull(estimate.interval, binomial_interval(static_cast<std::uint64_t>(seen),
                                                  static_cast<std::uint64_t>(all), confidence));
  }
  cut(estimate, 0.0, 1.0);
  return estimate;
}

std::optional<Estimate> ratio_estimate(std::span<const double> amounts,
                                       std::span<const double> bases, double confidence) {
  require_confidence(confidence);
  require_pairs(amounts, bases);
  if (sum(bases) == 0.0) return std::nullopt;
  Estimate estimate = linearised_ratio(amounts, bases, confidence);
  if (std::ranges::all_of(amounts, [](double a) { return a == 0.0; })) {
    estimate.interval = std::nullopt;
  }
  return estimate;
}

std::optional<Estimate> score_estimate(std::span<const double> scores,
                                       std::span<const double> exposures, double scale,
                                       double confidence) {
  require_confidence(confidence);
  require_pairs(scores, exposures);
  require(std::ranges::all_of(scores, [](double s) { return s >= 0.0; }),
          "scores must not be negative");
  require(scale > 0.0 && std::isfinite(scale), "the scale of a rate must be positive");
  const double exposure = sum(exposures);
  if (exposure == 0.0) return std::nullopt;

  Estimate estimate = linearised_ratio(scores, exposures, confidence);
  const double total = sum(scores);
  if (total == 0.0) {
    estimate.interval = Interval{0.0, poisson_bound_of_none(confidence) / exposure};
  } else if (estimate.interval) {
    const auto n = static_cast<double>(scores.size());
    const double variance = squared_residuals(scores, exposures, estimate.mean) * n / (n - 1.0);
    const double weight = variance / total;
    if (total < kFewEvents * weight) {
      const Interval few = poisson_limits(total / weight, confidence);
      estimate.interval =
          hull(estimate.interval, {few.low * weight / exposure, few.high * weight / exposure});
    }
  }
  cut(estimate, 0.0, HUGE_VAL);
  estimate.mean *= scale;
  if (estimate.interval) {
    estimate.interval->low *= scale;
    estimate.interval->high *= scale;
  }
  return estimate;
}

std::optional<double> variance_reduction(std::span<const double> events,
                                         std::span<const double> scores,
                                         std::span<const double> exposures) {
  require_pairs(events, exposures);
  require_pairs(scores, exposures);
  const double exposure = sum(exposures);
  if (exposure == 0.0 || sum(events) == 0.0) return std::nullopt;
  const double plain = squared_residuals(events, exposures, sum(events) / exposure);
  const double expected = squared_residuals(scores, exposures, sum(scores) / exposure);
  if (plain == 0.0 || expected == 0.0) return std::nullopt;
  return plain / expected;
}

}  // namespace fieldtwin

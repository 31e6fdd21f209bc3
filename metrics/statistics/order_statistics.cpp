#include "metrics/statistics/order_statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <limits>
#include <ranges>
#include <stdexcept>
#include <vector>

namespace fieldtwin {

std::uint64_t quantile_rank(double p, std::uint64_t n) {
  if (!(p >= 0.0 && p <= 1.0)) throw std::invalid_argument("a quantile lies between 0 and 1");
  // 0.07 of 100 values is the 7th, although 0.07 * 100 is a little more than 7 in binary.
  constexpr double kRounding = 1.0 - 2.0 * std::numeric_limits<double>::epsilon();
  const double rank = std::ceil(p * static_cast<double>(n) * kRounding);
  return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(rank), 1, n);
}

std::optional<RankInterval> quantile_rank_interval(std::size_t n, double p, double confidence) {
  if (!(p > 0.0 && p < 1.0) || !(confidence > 0.0 && confidence < 1.0)) {
    throw std::invalid_argument("a quantile's interval needs p and confidence between 0 and 1");
  }
  using MathPolicy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  const boost::math::binomial_distribution<double, MathPolicy> below(static_cast<double>(n), p);
  const double tail = (1.0 - confidence) / 2.0;
  const auto ranks = std::views::iota(std::size_t{1}, n + 1);

  // The order statistic of rank r lies above the quantile if fewer than r values are below it.
  const auto too_high = std::ranges::partition_point(ranks, [&](std::size_t r) {
    return boost::math::cdf(below, static_cast<double>(r - 1)) <= tail;
  });
  // It lies below the quantile if at least r values are.
  const auto high = std::ranges::partition_point(ranks, [&](std::size_t r) {
    return boost::math::cdf(boost::math::complement(below, static_cast<double>(r - 1))) > tail;
  });
  if (too_high == ranks.begin() || high == ranks.end()) return std::nullopt;
  return RankInterval{*too_high - 1, *high};
}

QuantileEstimate quantile_over_replications(std::span<const double> replications, double p,
                                            double confidence) {
  const std::size_t n = replications.size();
  if (n == 0 || !std::ranges::all_of(replications, [](double v) { return std::isfinite(v); })) {
    throw std::invalid_argument("a quantile needs finite values, at least one");
  }
  std::vector<double> ordered(replications.begin(), replications.end());
  std::ranges::sort(ordered);
  QuantileEstimate estimate{ordered[quantile_rank(p, n) - 1], std::nullopt, n};
  if (const auto ranks = quantile_rank_interval(n, p, confidence)) {
    estimate.interval = Interval{ordered[ranks->low - 1], ordered[ranks->high - 1]};
  }
  return estimate;
}

}  // namespace fieldtwin

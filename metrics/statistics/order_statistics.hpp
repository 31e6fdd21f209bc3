#pragma once
/// Quantiles of a sample, with intervals that assume nothing about its distribution.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// Rank of the p-quantile among `n` ordered values, counted from 1: the smallest rank at or below
/// which a share p of the values lies. n > 0. std::invalid_argument if p is outside [0, 1].
std::uint64_t quantile_rank(double p, std::uint64_t n);

/// Ranks of two order statistics, counted from 1.
struct RankInterval {
  std::size_t low;
  std::size_t high;
  bool operator==(const RankInterval&) const = default;
};

/// The order statistics of `n` values between which their distribution's p-quantile lies with at
/// least the confidence given, with at most half of the error on each side: the number of values
/// below the quantile is binomial (n, p) whatever the distribution (David & Nagaraja 2003, Order
/// Statistics, 7.1). Nothing if n is too small for it: a median at 95 % needs six values.
/// std::invalid_argument unless p and the confidence lie between 0 and 1.
std::optional<RankInterval> quantile_rank_interval(std::size_t n, double p,
                                                   double confidence = kUsualConfidence);

/// A quantile of the values over replications.
struct QuantileEstimate {
  double quantile;                   //!< of the sample, in the metric's unit
  std::optional<Interval> interval;  //!< none if there are too few replications
  std::size_t n;                     //!< number of replications
};

/// The p-quantile over replications of one number a replication, with its distribution-free
/// interval. The median over replications is the case p = 0.5. std::invalid_argument without a
/// replication, or if a value is not finite.
QuantileEstimate quantile_over_replications(std::span<const double> replications, double p,
                                            double confidence = kUsualConfidence);

}  // namespace fieldtwin

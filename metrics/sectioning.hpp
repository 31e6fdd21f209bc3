#pragma once
/// A quantile of all latencies of a study, or its change from one study to another, with an
/// interval.

#include <optional>
#include <span>

#include "metrics/statistics/interval.hpp"
#include "metrics/statistics/log_linear_histogram.hpp"
#include "metrics/statistics/paired.hpp"

namespace fieldtwin {

/// The p-quantile of everything in the batches together, with an interval by sectioning: with the
/// quantiles q_i of b batches of equal size and q of all,
///   q +- t_{b-1} sqrt(sum (q_i - q)^2 / (b (b - 1)))
/// (S. Asmussen & P. W. Glynn 2007, Stochastic Simulation, III.5). It needs no density, and takes
/// values within a replication to be as dependent as they please, because a batch holds whole
/// replications. A histogram knows a quantile to kRelativeError only, so the interval is widened by
/// that; it is cut at 0.
///
/// Neighbouring batches are merged until none is empty; with fewer than two left there is no
/// interval. Nothing if there are no values at all. `replications` is reported as n.
std::optional<Estimate> quantile_by_sectioning(std::span<const LogLinearHistogram> batches,
                                               double p, std::size_t replications,
                                               double confidence = kUsualConfidence);

/// The difference of the quantiles of two studies, alternative - base, whose batches hold the same
/// replications, so that they are pairs: as quantile_by_sectioning with q_i and q each the
/// difference of the two, widened by the resolution of both, and not cut. Batches that are equal in
/// all pairs have no difference whatever the resolution: 0, and [0, 0] if there are at least two.
/// Nothing if either study has no values. std::invalid_argument if they have not the same number of
/// batches.
std::optional<Estimate> quantile_difference_by_sectioning(
    std::span<const LogLinearHistogram> base, std::span<const LogLinearHistogram> alternative,
    double p, std::size_t replications, double confidence = kUsualConfidence);

/// How much the difference of the quantiles varies from pair to pair of replications, as if it were
/// a mean of `replications` pairs: that many times sum (q_i - q)^2 / (b (b - 1)), of b - 1 degrees
/// of freedom. Nothing with fewer than two batches.
std::optional<PairVariance> quantile_pair_variance(std::span<const LogLinearHistogram> base,
                                                   std::span<const LogLinearHistogram> alternative,
                                                   double p, std::size_t replications);

}  // namespace fieldtwin

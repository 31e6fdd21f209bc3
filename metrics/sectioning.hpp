#pragma once
/// A quantile of all latencies of a study, with an interval.

#include <optional>
#include <span>

#include "metrics/statistics/interval.hpp"
#include "metrics/statistics/log_linear_histogram.hpp"

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

}  // namespace fieldtwin

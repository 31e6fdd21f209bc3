#pragma once
/// How much a metric of one study differs from that of another.

#include <optional>

#include "metrics/catalogue.hpp"
#include "metrics/statistics/paired.hpp"

namespace fieldtwin {

/// alternative - base, with the interval of replications in pairs: metrics/statistics/paired.hpp
/// for all but pooled quantiles, quantile_difference_by_sectioning for these. Nothing where the
/// metric does not apply to one of the two.
///
/// std::invalid_argument unless both studies have the same seed and replications, which is what
/// makes them pairs.
std::optional<Estimate> difference(const Estimator& estimator, const StudyData& base,
                                   const StudyData& alternative,
                                   double confidence = kUsualConfidence);

/// How much that difference varies from pair to pair, for a sequential selection
/// (metrics/statistics/ selection.hpp): as if it were the mean of differences in single pairs of
/// replications. Nothing where the metric does not apply to one of the two, or there are too few
/// latencies.
std::optional<PairVariance> pair_variance(const Estimator& estimator, const StudyData& base,
                                          const StudyData& alternative);

}  // namespace fieldtwin

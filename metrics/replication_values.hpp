#pragma once
/// A metric replication by replication.

#include <optional>
#include <vector>

#include "metrics/catalogue.hpp"

namespace fieldtwin {

/// Numbers whose mean is the metric's estimate and whose spread is what luck makes of it: for a
/// mean, the replications' own numbers; for a quotient of sums, the quotient and each replication's
/// linearised deviation from it (delta method); for a quantile of all latencies, the quantiles of
/// batches of replications, at most kMostBatches, shifted to that mean. Studies of equally many
/// replications have equally many, so that they are pairs. Nothing if the metric does not apply, or
/// a batch holds nothing.
std::optional<std::vector<double>> replication_values(const Estimator& estimator,
                                                      const StudyData& study);

}  // namespace fieldtwin

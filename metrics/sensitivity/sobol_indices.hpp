#pragma once
/// Which share of a metric's variance is due to which factor.

#include <optional>
#include <vector>

#include "metrics/sensitivity/variance_parts.hpp"
#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// Sobol indices of one factor, each with its interval over the blocks of the design.
struct SobolIndex {
  Estimate first;  //!< the share of variance that goes if the factor alone is known
  Estimate total;  //!< the share that is left if all but the factor is known: with interactions
};

/// Indices by factor, of the metric's expectation over luck. `responses` are those of the points of
/// a SaltelliDesign, in its order. First order by Saltelli et al. (2010), table 2 (b), total by
/// M. J. W. Jansen, "Analysis of variance designs for model output", Computer Physics
/// Communications 117 (1999) 35-43:
///   V_j = mean f(B) (f(A_j) - f(A)),  VT_j = mean (f(A) - f(A_j))^2 / 2,
/// where each product of two values is taken over different replications (product_of_means), so
/// that luck adds nothing; with one replication luck is taken for the factors' doing.
///
/// The intervals are those of the ratio V_j / V over the blocks (delta method; A. Janon et al.,
/// "Asymptotic normality and efficiency of two Sobol index estimators", ESAIM: Probability and
/// Statistics 18 (2014) 342-364). They take the blocks for independent, and so are too wide, if
/// anything, for those of a scrambled sequence. An index may be estimated a little below 0 or above
/// 1. A factor that moved the metric nowhere has 0 without an interval.
///
/// Nothing if there are fewer than two blocks or the factors' variance is not above 0.
std::optional<std::vector<SobolIndex>> sobol_indices(const Responses& responses,
                                                     std::size_t factors,
                                                     double confidence = kUsualConfidence);

/// The rows A and B of the design alone: independent points.
Responses independent_rows(const Responses& responses, std::size_t factors);

}  // namespace fieldtwin

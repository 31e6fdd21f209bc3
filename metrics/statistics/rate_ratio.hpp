#pragma once
/// How many times as often something happens to one group of people as to another.

#include <optional>
#include <span>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// Events and what they are counted by, by replication.
struct RateSeries {
  std::span<const double> events;
  std::span<const double> exposures;
};

/// The rate of one group over that of another, (sum a / sum A) / (sum b / sum B), from the same
/// replications. Its interval is that of the logarithm, by Student's t from the linearised
/// residuals
///   n (a_i / sum a - A_i / sum A - b_i / sum b + B_i / sum B)
/// (delta method), which takes account of what strikes both groups together. With fewer than
/// kFewEvents events of either group it also holds the exact one: of a + b Poisson events a are
/// binomial with p / (1 - p) = ratio A / B (J. Przyborowski & H. Wilenski 1940, Biometrika 31), so
/// the interval of Clopper & Pearson for p gives one for the ratio. No event of the one group: from
/// 0 to the one-sided bound. Nothing if there was no event of the other group, or no exposure of
/// either. Errors as in interval.hpp.
std::optional<Estimate> rate_ratio_estimate(const RateSeries& group, const RateSeries& reference,
                                            double confidence = kUsualConfidence);

}  // namespace fieldtwin

#pragma once
/// Every metric of a study: its name, unit, meaning, and how it is estimated.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "metrics/statistics/interval.hpp"
#include "metrics/study_data.hpp"

namespace fieldtwin {

/// Mean number of events a replication: count_estimate.
struct CountOf {
  Series events;
};
/// Mean of a number that every replication has: mean_with_t_interval.
struct MeanOf {
  Series number;
};
/// Mean of an amount that is never negative and may not have occurred: as MeanOf, cut at 0. If it
/// occurred nowhere there is no interval: nobody knows how large it would have been.
struct AmountOf {
  Series amount;
};
/// Events per `scale` of something: rate_estimate.
struct RateOf {
  Series events;
  Series exposure;
  double scale;
};
/// Sums of probabilities per `scale` of something, or a replication: score_estimate.
struct ScoreOf {
  Series scores;
  std::optional<Series> exposure = std::nullopt;  //!< none: a replication
  double scale = 1.0;
};
/// How many times smaller the variance of a ScoreOf is than that of the RateOf the same events:
/// variance_reduction. A number without an interval.
struct VarianceReduction {
  Series events;
  Series scores;
  Series exposure;
};
/// Successes among trials: proportion_estimate.
struct ShareOf {
  Series successes;
  Series trials;
};
/// Quotient of two amounts: ratio_estimate.
struct RatioOf {
  Series amount;
  Series base;
};
/// Mean latency of a stage: ratio_estimate of sum and number.
struct LatencyMean {
  Stage stage;
};
/// Quantile over replications of a number that each has: quantile_over_replications. It describes
/// how worlds scatter, so nothing is said about differences of it.
struct QuantileOf {
  Series number;
  double p;
};
/// Quantile of all latencies of a stage: quantile_by_sectioning.
struct LatencyQuantile {
  Stage stage;
  double p;
};

using Estimator = std::variant<CountOf, MeanOf, AmountOf, RateOf, ScoreOf, VarianceReduction,
                               ShareOf, RatioOf, QuantileOf, LatencyMean, LatencyQuantile>;

struct Metric {
  std::string name;     //!< "latency.answer_s.p95"; stable
  std::string unit;     //!< "s"
  std::string meaning;  //!< one sentence
  Estimator estimator;
};

/// All metrics, in the order in which they are shown.
const std::vector<Metric>& metrics();

/// The metric of a name, if there is one.
const Metric* metric_named(std::string_view name);

/// What a study says about it. Nothing if it does not apply: a rate among no scans, the latency of
/// what never happened.
std::optional<Estimate> estimate(const Estimator& estimator, const StudyData& study,
                                 double confidence = kUsualConfidence);

}  // namespace fieldtwin

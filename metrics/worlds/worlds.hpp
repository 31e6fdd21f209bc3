#pragma once
/// Two kinds of not knowing: what luck does to a number, and what is not known about the system.

#include <optional>
#include <string>
#include <vector>

#include "metrics/catalogue.hpp"
#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// The metrics that are looked at over worlds.
const std::vector<std::string>& world_metrics();

/// One metric in one world.
struct WorldMetric {
  std::optional<Estimate> estimate;
  std::optional<std::vector<double>> values;  //!< replication_values
};
std::vector<WorldMetric> metrics_of_world(const StudyData& study);  //!< by world_metrics

/// One metric over the worlds.
struct WorldBands {
  std::optional<Estimate> as_assumed;  //!< the scenario as written; the interval is chance's band
  double median;                       //!< of the worlds' estimates
  Interval ignorance;  //!< the middle 95 % of them; the lowest to the highest of fewer than 40
  /// The variance of one period's number, in a world and with luck that nobody knows, is
  /// ignorance + chance; nothing if a world has one replication. The share of ignorance in it:
  std::optional<double> ignorance_share;
};

/// Bands of a metric from the scenario as written and the worlds. The variance between worlds is
/// that of their estimates less what luck contributes to it (variance_parts); the variance by
/// chance is the mean over worlds of that between replications (J. C. Helton & F. J. Davis 2003,
/// Reliability Engineering & System Safety 81: an outer loop over what is not known, an inner loop
/// over chance). Worlds in which the metric does not apply are left out; nothing with fewer than
/// two.
std::optional<WorldBands> bands_of(const WorldMetric& as_assumed,
                                   const std::vector<WorldMetric>& worlds);

/// A quantile of a sample, by linear interpolation of the order statistics (R. J. Hyndman & Y. Fan
/// 1996, type 7). The sample is not empty.
double sample_quantile(std::vector<double> values, double p);

}  // namespace fieldtwin

#include "metrics/worlds/worlds.hpp"

#include <algorithm>
#include <cmath>

#include "metrics/replication_values.hpp"
#include "metrics/sensitivity/variance_parts.hpp"

namespace fieldtwin {
namespace {

/// Fewer worlds than this have no order statistics for the outer 2.5 %.
constexpr std::size_t kEnoughForQuantiles = 40;

double sample_variance(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

/// Of worlds with equally many values; nothing if they have one each, or nothing varies.
std::optional<double> ignorance_share(const Responses& responses) {
  if (responses.size() < 2 || responses.front().size() < 2) return std::nullopt;
  double chance = 0.0;
  for (const auto& values : responses) {
    if (values.size() != responses.front().size()) return std::nullopt;
    chance += sample_variance(values) / static_cast<double>(responses.size());
  }
  const double ignorance = std::max(0.0, variance_parts(responses).of_factors);
  if (ignorance + chance <= 0.0) return std::nullopt;
  return ignorance / (ignorance + chance);
}

}  // namespace

const std::vector<std::string>& world_metrics() {
  static const std::vector<std::string> kNames{"scans.total",
                                               "answers.contact_ice",
                                               "identification.false_match",
                                               "latency.answer_s.p50",
                                               "latency.answer_s.p95",
                                               "ice.utilisation",
                                               "stops.prolonged",
                                               "custody.holds",
                                               "custody.wrongful.any.count",
                                               "custody.wrongful.any.per_100k_scans",
                                               "custody.wrongful.any.person_hours",
                                               "custody.wrongful.us_citizen.count",
                                               "custody.wrongful.us_citizen.per_100k_scans",
                                               "custody.wrongful.lawful_status.count",
                                               "custody.wrongful.false_match.count",
                                               "custody.wrongful.stale_record.count",
                                               "exposure.images",
                                               "exposure.citizen_images",
                                               "exposure.image_years",
                                               "exposure.breached_images"};
  return kNames;
}

std::vector<WorldMetric> metrics_of_world(const StudyData& study) {
  std::vector<WorldMetric> values;
  for (const std::string& name : world_metrics()) {
    const Estimator& estimator = metric_named(name)->estimator;
    values.push_back({estimate(estimator, study), replication_values(estimator, study)});
  }
  return values;
}

double sample_quantile(std::vector<double> values, double p) {
  std::ranges::sort(values);
  const double at = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  if (below + 1 >= values.size()) return values.back();
  return std::lerp(values[below], values[below + 1], at - static_cast<double>(below));
}

std::optional<WorldBands> bands_of(const WorldMetric& as_assumed,
                                   const std::vector<WorldMetric>& worlds) {
  std::vector<double> means;
  Responses responses;
  for (const WorldMetric& world : worlds) {
    if (!world.estimate) continue;
    means.push_back(world.estimate->mean);
    if (world.values) responses.push_back(*world.values);
  }
  if (means.size() < 2) return std::nullopt;
  const bool enough = means.size() >= kEnoughForQuantiles;
  const double tail = enough ? (1.0 - kUsualConfidence) / 2.0 : 0.0;
  return WorldBands{.as_assumed = as_assumed.estimate,
                    .median = sample_quantile(means, 0.5),
                    .ignorance = {sample_quantile(means, tail), sample_quantile(means, 1.0 - tail)},
                    .ignorance_share = ignorance_share(responses)};
}

}  // namespace fieldtwin

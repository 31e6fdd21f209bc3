#include "metrics/sweep/sweep_results.hpp"

#include "metrics/catalogue.hpp"
#include "metrics/replication_values.hpp"

namespace fieldtwin {

std::vector<PointMetric> metrics_of_point(const SweepStudy& study, const StudyData& data) {
  std::vector<PointMetric> result;
  for (const std::string& name : study.metrics) {
    const Metric& metric = *metric_named(name);
    result.push_back(
        {estimate(metric.estimator, data), replication_values(metric.estimator, data)});
  }
  return result;
}

std::optional<Analysis> analysis_of(const SweepStudy& study, const SweepResults& results,
                                    std::size_t metric) {
  Responses responses;
  for (const SweepPoint& point : results.points) {
    const auto& values = point.metrics[metric].values;
    if (!values) return std::nullopt;
    responses.push_back(*values);
  }
  return analyse(study.design, factors_of(study), results.seed, responses);
}

}  // namespace fieldtwin

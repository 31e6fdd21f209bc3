#include "metrics/precision.hpp"

#include <algorithm>
#include <limits>

#include "metrics/difference.hpp"

namespace fieldtwin {
namespace {

double half_width_of(const Estimate& estimate) {
  if (!estimate.interval) return std::numeric_limits<double>::infinity();
  return std::max(estimate.interval->high - estimate.mean, estimate.mean - estimate.interval->low);
}

}  // namespace

double Precision::ratio() const {
  return half_width == 0.0 ? 0.0 : half_width / allowed;
}

std::vector<Precision> precision_of(const std::vector<PrecisionTarget>& targets,
                                    const StudyData& study) {
  std::vector<Precision> result;
  for (const auto& [metric, half_width] : targets) {
    const auto value = estimate(metric->estimator, study);
    if (value)
      result.push_back({metric, "", half_width_of(*value), half_width.around(value->mean)});
  }
  return result;
}

std::vector<Precision> precision_of(const std::vector<PrecisionTarget>& targets,
                                    const StudyData& base, const StudyData& alternative,
                                    const std::string& name) {
  std::vector<Precision> result;
  for (const auto& [metric, half_width] : targets) {
    const auto before = estimate(metric->estimator, base);
    const auto change = difference(metric->estimator, base, alternative);
    if (!before || !change) continue;
    result.push_back({metric, name, half_width_of(*change), half_width.around(before->mean)});
  }
  return result;
}

const Precision* widest(std::span<const Precision> precisions) {
  const auto found = std::ranges::max_element(precisions, {}, &Precision::ratio);
  return found == precisions.end() ? nullptr : &*found;
}

}  // namespace fieldtwin

#include "metrics/sectioning.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

namespace fieldtwin {
namespace {

/// Pairs of neighbours; an odd one at the end joins the last pair.
std::vector<LogLinearHistogram> merge_neighbours(const std::vector<LogLinearHistogram>& batches) {
  std::vector<LogLinearHistogram> result(batches.size() / 2);
  for (std::size_t i = 0; i < batches.size(); ++i) {
    result[std::min(i / 2, result.size() - 1)].merge(batches[i]);
  }
  return result;
}

bool has_empty(const std::vector<LogLinearHistogram>& batches) {
  return std::ranges::any_of(batches, [](const auto& batch) { return batch.count() == 0; });
}

}  // namespace

std::optional<Estimate> quantile_by_sectioning(std::span<const LogLinearHistogram> batches,
                                               double p, std::size_t replications,
                                               double confidence) {
  LogLinearHistogram all;
  for (const LogLinearHistogram& batch : batches) all.merge(batch);
  const std::optional<double> quantile = all.quantile(p);
  if (!quantile) return std::nullopt;

  std::vector<LogLinearHistogram> sections(batches.begin(), batches.end());
  while (sections.size() > 1 && has_empty(sections)) sections = merge_neighbours(sections);
  Estimate estimate{.mean = *quantile, .interval = std::nullopt, .n = replications};
  if (sections.size() < 2) return estimate;

  const double b = static_cast<double>(sections.size());
  double squares = 0.0;
  for (const LogLinearHistogram& section : sections) {
    const double difference = *section.quantile(p) - *quantile;
    squares += difference * difference;
  }
  const double t = boost::math::quantile(boost::math::students_t(b - 1.0), 0.5 + confidence / 2.0);
  const double half_width =
      t * std::sqrt(squares / (b * (b - 1.0))) + *quantile * LogLinearHistogram::kRelativeError;
  estimate.interval = Interval{std::max(0.0, *quantile - half_width), *quantile + half_width};
  return estimate;
}

}  // namespace fieldtwin

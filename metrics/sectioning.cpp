#include "metrics/sectioning.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <stdexcept>
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

std::optional<double> pooled_quantile(std::span<const LogLinearHistogram> batches, double p) {
  LogLinearHistogram all;
  for (const LogLinearHistogram& batch : batches) all.merge(batch);
  return all.quantile(p);
}

/// t_{b-1} sqrt(squares / (b (b - 1))).
double half_width(double squares, std::size_t sections, double confidence) {
  const double b = static_cast<double>(sections);
  const double t = boost::math::quantile(boost::math::students_t(b - 1.0), 0.5 + confidence / 2.0);
  return t * std::sqrt(squares / (b * (b - 1.0)));
}

void require_pairs(std::span<const LogLinearHistogram> base,
                   std::span<const LogLinearHistogram> alternative) {
  if (base.size() != alternative.size()) {
    throw std::invalid_argument("paired studies must have the same number of batches");
  }
}

/// How the batches' differences scatter about that of all, over as many as have values.
struct Spread {
  std::size_t sections;
  double squares;
};

Spread spread_of_changes(std::span<const LogLinearHistogram> base,
                         std::span<const LogLinearHistogram> alternative, double p,
                         double difference) {
  std::vector<LogLinearHistogram> old_sections(base.begin(), base.end());
  std::vector<LogLinearHistogram> new_sections(alternative.begin(), alternative.end());
  while (old_sections.size() > 1 && (has_empty(old_sections) || has_empty(new_sections))) {
    old_sections = merge_neighbours(old_sections);
    new_sections = merge_neighbours(new_sections);
  }
  Spread spread{old_sections.size(), 0.0};
  for (std::size_t i = 0; spread.sections > 1 && i < spread.sections; ++i) {
    const double change = *new_sections[i].quantile(p) - *old_sections[i].quantile(p);
    spread.squares += (change - difference) * (change - difference);
  }
  return spread;
}

}  // namespace

std::optional<Estimate> quantile_by_sectioning(std::span<const LogLinearHistogram> batches,
                                               double p, std::size_t replications,
                                               double confidence) {
  const std::optional<double> quantile = pooled_quantile(batches, p);
  if (!quantile) return std::nullopt;

  std::vector<LogLinearHistogram> sections(batches.begin(), batches.end());
  while (sections.size() > 1 && has_empty(sections)) sections = merge_neighbours(sections);
  Estimate estimate{.mean = *quantile, .interval = std::nullopt, .n = replications};
  if (sections.size() < 2) return estimate;

  double squares = 0.0;
  for (const LogLinearHistogram& section : sections) {
    const double difference = *section.quantile(p) - *quantile;
    squares += difference * difference;
  }
  const double half = half_width(squares, sections.size(), confidence) +
                      *quantile * LogLinearHistogram::kRelativeError;
  estimate.interval = Interval{std::max(0.0, *quantile - half), *quantile + half};
  return estimate;
}

std::optional<Estimate> quantile_difference_by_sectioning(
    std::span<const LogLinearHistogram> base, std::span<const LogLinearHistogram> alternative,
    double p, std::size_t replications, double confidence) {
  require_pairs(base, alternative);
  const std::optional<double> before = pooled_quantile(base, p),
                              after = pooled_quantile(alternative, p);
  if (!before || !after) return std::nullopt;
  Estimate estimate{.mean = *after - *before, .interval = std::nullopt, .n = replications};
  if (base.size() > 1 && std::ranges::equal(base, alternative)) {
    estimate.interval = Interval{0.0, 0.0};
    return estimate;
  }
  const Spread spread = spread_of_changes(base, alternative, p, estimate.mean);
  if (spread.sections < 2) return estimate;
  const double half = half_width(spread.squares, spread.sections, confidence) +
                      (*before + *after) * LogLinearHistogram::kRelativeError;
  estimate.interval = Interval{estimate.mean - half, estimate.mean + half};
  return estimate;
}

std::optional<PairVariance> quantile_pair_variance(std::span<const LogLinearHistogram> base,
                                                   std::span<const LogLinearHistogram> alternative,
                                                   double p, std::size_t replications) {
  require_pairs(base, alternative);
  const std::optional<double> before = pooled_quantile(base, p),
                              after = pooled_quantile(alternative, p);
  if (!before || !after) return std::nullopt;
  const Spread spread = spread_of_changes(base, alternative, p, *after - *before);
  if (spread.sections < 2) return std::nullopt;
  const double b = static_cast<double>(spread.sections);
  return PairVariance{static_cast<double>(replications) * spread.squares / (b * (b - 1.0)),
                      b - 1.0};
}

}  // namespace fieldtwin

#include "metrics/sensitivity/main_effect.hpp"

#include <algorithm>

#include "metrics/sensitivity/variance_parts.hpp"

namespace fieldtwin {
namespace {

/// The points of each level.
std::vector<Responses> by_level(const Responses& responses, const std::vector<std::size_t>& level,
                                std::size_t levels) {
  std::vector<Responses> groups(levels);
  for (std::size_t i = 0; i < responses.size(); ++i) groups[level[i]].push_back(responses[i]);
  return groups;
}

/// The points' values, each the mean over its replications.
std::vector<double> values_of(const Responses& points) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(mean_of(point));
  return values;
}

/// Sum of the squares between levels, as a share of the sum of all squares: both without luck.
double crossed_share(const std::vector<Responses>& groups, const Responses& all,
                     double of_factors) {
  const std::vector<double> mean = mean_over_points(all);
  double between = 0.0;
  for (const Responses& group : groups) {
    const std::vector<double> deviation = minus(mean_over_points(group), mean);
    between += static_cast<double>(group.size()) * product_of_means(deviation, deviation);
  }
  return between / (of_factors * (static_cast<double>(all.size()) - 1.0));
}

std::optional<double> sampled_share(const std::vector<Responses>& groups, const Responses& all,
                                    double of_factors) {
  const double mean = mean_of(values_of(all));
  double between = 0.0, within = 0.0, used = 0.0;
  for (const Responses& group : groups) {
    if (group.empty()) continue;
    const std::vector<double> values = values_of(group);
    const double level = mean_of(values);
    between += static_cast<double>(values.size()) * (level - mean) * (level - mean);
    for (const double value : values) within += (value - level) * (value - level);
    used += 1.0;
  }
  const double n = static_cast<double>(all.size());
  if (n <= used) return std::nullopt;
  const double by_chance = (used - 1.0) * within / (n - used);
  return (between - by_chance) / (of_factors * (n - 1.0));
}

}  // namespace

MainEffect main_effect(const Responses& responses, const std::vector<std::size_t>& level_of,
                       std::size_t levels, Others others, double confidence) {
  const std::vector<Responses> groups = by_level(responses, level_of, levels);
  MainEffect effect;
  for (const Responses& group : groups) {
    effect.levels.push_back(std::nullopt);
    if (group.empty()) continue;
    effect.levels.back() = mean_with_t_interval(
        others == Others::kCrossed ? mean_over_points(group) : values_of(group), confidence);
  }
  const double of_factors = variance_parts(responses).of_factors;
  if (of_factors <= 0.0) return effect;
  effect.share = others == Others::kCrossed ? crossed_share(groups, responses, of_factors)
                                            : sampled_share(groups, responses, of_factors);
  if (effect.share) effect.share = std::clamp(*effect.share, 0.0, 1.0);
  return effect;
}

}  // namespace fieldtwin

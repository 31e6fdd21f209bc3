#include "metrics/sensitivity/elementary_effects.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fieldtwin {
namespace {

/// What the trajectories tell of one factor.
struct Seen {
  std::vector<double> effects;  //!< by trajectory
  std::vector<double> noise;    //!< variance that luck has in each
};

/// Sample variance; 0 of a single value.
double variance_of(const std::vector<double>& values) {
  if (values.size() < 2) return 0.0;
  const double mean = mean_of(values);
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / (static_cast<double>(values.size()) - 1.0);
}

ElementaryEffects summary_of(const Seen& seen, bool knows_noise, double confidence) {
  std::vector<double> sizes;
  for (const double effect : seen.effects) sizes.push_back(std::abs(effect));
  const double noise = mean_of(seen.noise);
  ElementaryEffects result{
      mean_with_t_interval(seen.effects, confidence), mean_with_t_interval(sizes, confidence),
      std::sqrt(std::max(0.0, variance_of(seen.effects) - noise)), std::nullopt};
  if (result.mean_absolute.interval) {
    result.mean_absolute.interval->low = std::max(0.0, result.mean_absolute.interval->low);
  }
  // The mean size of a normal variable with the mean 0.
  if (knows_noise) result.of_noise = std::sqrt(noise * 2.0 / std::numbers::pi);
  return result;
}

}  // namespace

std::vector<ElementaryEffects> elementary_effects(const Trajectories& trajectories,
                                                  const Responses& responses, double confidence) {
  const std::size_t factors = trajectories.rows.front().size();
  const auto replications = static_cast<double>(responses.front().size());
  std::vector<Seen> seen(factors);
  for (std::size_t t = 0; t < trajectories.moved.size(); ++t) {
    for (std::size_t step = 0; step < factors; ++step) {
      const std::size_t row = t * (factors + 1) + step, j = trajectories.moved[t][step];
      const bool up = trajectories.rows[row + 1][j] > trajectories.rows[row][j];
      const std::size_t high = up ? row + 1 : row, low = up ? row : row + 1;
      const std::vector<double> change = minus(responses[high], responses[low]);
      const double distance = trajectories.step();
      seen[j].effects.push_back(mean_of(change) / distance);
      seen[j].noise.push_back(variance_of(change) / replications / (distance * distance));
    }
  }
  std::vector<ElementaryEffects> result;
  for (const Seen& one : seen) result.push_back(summary_of(one, replications > 1.0, confidence));
  return result;
}

}  // namespace fieldtwin

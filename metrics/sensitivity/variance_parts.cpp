#include "metrics/sensitivity/variance_parts.hpp"

#include <algorithm>

namespace fieldtwin {

VarianceParts variance_parts(const Responses& responses) {
  const std::vector<double> mean = mean_over_points(responses);
  const double scale = 1.0 / (static_cast<double>(responses.size()) - 1.0);
  VarianceParts parts{0.0, 0.0, std::nullopt};
  for (const auto& point : responses) {
    const std::vector<double> deviation = minus(point, mean);
    parts.between_points += scale * mean_of(deviation) * mean_of(deviation);
    parts.of_factors += scale * product_of_means(deviation, deviation);
  }
  if (mean.size() > 1 && parts.between_points > 0.0) {
    parts.noise_share = std::clamp(1.0 - parts.of_factors / parts.between_points, 0.0, 1.0);
  }
  return parts;
}

}  // namespace fieldtwin

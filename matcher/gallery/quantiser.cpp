#include "matcher/gallery/quantiser.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fieldtwin {

void Quantiser::encode(std::span<const float> values, std::span<std::int8_t> codes) const {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float level = std::nearbyint(values[i] / step_);
    codes[i] = static_cast<std::int8_t>(std::clamp(level, -kLevels, kLevels));
  }
}

float Quantiser::error_bound(std::span<const float> values,
                             std::span<const std::int8_t> codes) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double lost = double{values[i]} - double{step_} * codes[i];
    sum += lost * lost;
  }
  // Rounding to float may not take the bound below the error.
  constexpr double kRoundingUp = 1.0 + 1e-6;
  return static_cast<float>(std::sqrt(sum) * kRoundingUp);
}

float range_for(std::span<const float> values) {
  constexpr float kHeadroom = 1.25F;
  float largest = 0.0F;
  for (const float value : values) largest = std::max(largest, std::abs(value));
  return largest > 0.0F ? largest * kHeadroom : 1.0F;
}

std::int32_t squared_norm(std::span<const std::int8_t> codes) {
  std::int32_t sum = 0;
  for (const std::int8_t code : codes) sum += std::int32_t{code} * code;
  return sum;
}

}  // namespace fieldtwin

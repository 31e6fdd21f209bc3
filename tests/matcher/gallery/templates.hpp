#pragma once
/// Made-up templates for tests of the gallery.

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace fieldtwin {

/// `count` templates, one after the other: components normal with the spread of real ones.
inline std::vector<float> random_templates(std::size_t count, std::size_t dimension,
                                           std::uint32_t seed) {
  std::mt19937 engine(seed);
  std::normal_distribution<float> component(0.0F, 0.1F);
  std::vector<float> values(count * dimension);
  for (float& value : values) value = component(engine);
  return values;
}

}  // namespace fieldtwin

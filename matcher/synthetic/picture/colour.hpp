#pragma once
/// The sRGB transfer function (IEC 61966-2-1), for colours of 0 to 1.

#include <cmath>

namespace fieldtwin {

inline float linear_of_srgb(float s) {
  return s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f);
}
inline float srgb_of_linear(float l) {
  return l <= 0.0031308f ? 12.92f * l : 1.055f * std::pow(l, 1.0f / 2.4f) - 0.055f;
}

}  // namespace fieldtwin

#include "matcher/synthetic/picture/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "matcher/synthetic/picture/colour.hpp"
#include "matcher/synthetic/picture/jpeg.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"
#include "sim/random/philox.hpp"

namespace fieldtwin {
namespace {

/// The picture averaged over points along a line, each weighted; what is off the edge is the edge.
LightImage spread(const LightImage& image, float dx, float dy, const std::vector<float>& weights) {
  const int reach = static_cast<int>(weights.size()) / 2;
  LightImage out(image.width, image.height);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      Vec3 sum;
      for (int i = -reach; i <= reach; ++i) {
        const auto at = [](int middle, float step, int i, int size) {
          return std::clamp(middle + static_cast<int>(std::lround(step * static_cast<float>(i))), 0,
                            size - 1);
        };
        sum += weights[i + reach] * image.at(at(x, dx, i, image.width), at(y, dy, i, image.height));
      }
      out.at(x, y) = sum;
    }
  }
  return out;
}

std::vector<float> scaled_to_one(std::vector<float> weights) {
  float sum = 0.0f;
  for (const float w : weights) sum += w;
  for (float& w : weights) w /= sum;
  return weights;
}

LightImage out_of_focus(const LightImage& image, float sd) {
  std::vector<float> weights;
  const int reach = static_cast<int>(std::ceil(3.0f * sd));
  for (int i = -reach; i <= reach; ++i) {
    const float z = static_cast<float>(i) / sd;
    weights.push_back(std::exp(-0.5f * z * z));
  }
  weights = scaled_to_one(std::move(weights));
  return spread(spread(image, 1.0f, 0.0f, weights), 0.0f, 1.0f, weights);
}

LightImage shaken(const LightImage& image, float pixels, float degrees) {
  const float angle = degrees * std::numbers::pi_v<float> / 180.0f;
  const int reach = std::max(1, static_cast<int>(std::lround(pixels / 2.0f)));
  const float step = pixels / static_cast<float>(2 * reach + 1);
  return spread(image, step * std::cos(angle), step * std::sin(angle),
                scaled_to_one(std::vector<float>(2 * reach + 1, 1.0f)));
}

/// Standard normal numbers of a pixel, one a colour.
Vec3 grain(const PixelKey& key, std::uint32_t pixel) {
  constexpr std::uint32_t kGrain = 0x6772'6169;  // apart from the numbers of the rays
  const auto block = philox4x32_10({pixel, 0, 0, kGrain}, key.key);
  const auto normal = [](std::uint32_t bits) {
    return static_cast<float>(normal_quantile((static_cast<double>(bits) + 0.5) * 0x1p-32));
  };
  return {normal(block[0]), normal(block[1]), normal(block[2])};
}

std::uint8_t level(float linear, float noise) {
  const float s = 255.0f * srgb_of_linear(std::clamp(linear, 0.0f, 1.0f)) + noise;
  return static_cast<std::uint8_t>(std::lround(std::clamp(s, 0.0f, 255.0f)));
}

}  // namespace

std::vector<std::uint8_t> photograph(LightImage light, const Camera& camera, const PixelKey& key) {
  if (camera.blur > 0.05f) light = out_of_focus(light, camera.blur);
  if (camera.motion >= 1.0f) light = shaken(light, camera.motion, camera.motion_angle);
  Image image(light.width, light.height);
  for (std::size_t i = 0; i < light.pixels.size(); ++i) {
    const Vec3 seen = camera.exposure * (camera.white * light.pixels[i]);
    const Vec3 noise =
        camera.noise > 0.0f ? camera.noise * grain(key, static_cast<std::uint32_t>(i)) : Vec3{};
    image.rgb[3 * i] = level(seen.x, noise.x);
    image.rgb[3 * i + 1] = level(seen.y, noise.y);
    image.rgb[3 * i + 2] = level(seen.z, noise.z);
  }
  return jpeg_of(image, camera.jpeg_quality);
}

}  // namespace fieldtwin

#include "matcher/synthetic/picture/renderer.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include "matcher/synthetic/picture/embree_scene.hpp"
#include "sim/random/philox.hpp"

namespace fieldtwin {
namespace {

constexpr float kFar = std::numeric_limits<float>::max();
constexpr float kOffSurface = 2e-3f;  //!< where rays that leave a surface start
constexpr float kShadeReach = 1.2f;   //!< how far off a thing still darkens its surroundings
constexpr int kMostLayers = 16;

float radians(float degrees) {
  return degrees * std::numbers::pi_v<float> / 180.0f;
}

/// Uniform numbers of one ray, in order.
class RayNumbers {
 public:
  RayNumbers(const PixelKey& key, std::uint32_t pixel, std::uint32_t ray)
      : key_(key.key), counter_{pixel, ray, 0, 0} {}

  float next() {
    if (used_ == 4) {
      block_ = philox4x32_10(counter_, key_);
      ++counter_[2];
      used_ = 0;
    }
    return static_cast<float>(block_[used_++] >> 8) * 0x1p-24f;
  }
  /// The next two, as a point of the unit square.
  std::array<float, 2> point() {
    const float first = next();
    return {first, next()};
  }

 private:
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> block_{};
  int used_ = 4;
};

/// The axes of the camera in the space of the head.
struct Axes {
  Vec3 right, up, back;  //!< of the picture; back is towards the camera

  Vec3 in_head(Vec3 v) const { return v.x * right + v.y * up + v.z * back; }
};

Axes axes_of(const View& view) {
  // A head turned to its left sees the camera on its right: x of the head is its left.
  const float cy = std::cos(radians(view.yaw)), sy = std::sin(radians(view.yaw));
  const float cp = std::cos(radians(view.pitch)), sp = std::sin(radians(view.pitch));
  const Vec3 back{-sy * cp, -sp, cy * cp};
  const Vec3 right{cy, 0.0f, sy};
  const Vec3 up = cross(back, right);
  const float cr = std::cos(radians(view.roll)), sr = std::sin(radians(view.roll));
  return {cr * right + sr * up, cr * up + -sr * right, back};
}

/// Two directions at right angles to `n` and to each other.
std::pair<Vec3, Vec3> around(Vec3 n) {
  const Vec3 a = normalised(std::abs(n.x) > 0.8f ? cross(n, {0, 1, 0}) : cross(n, {1, 0, 0}));
  return {a, cross(n, a)};
}

/// A direction over a surface, as likely as what arrives from it counts (cosine).
Vec3 over(Vec3 normal, std::array<float, 2> u) {
  const auto [a, b] = around(normal);
  const float r = std::sqrt(u[0]), angle = 2.0f * std::numbers::pi_v<float> * u[1];
  return r * std::cos(angle) * a + r * std::sin(angle) * b + std::sqrt(1.0f - u[0]) * normal;
}

/// A direction to a point of a light.
Vec3 towards(Vec3 middle, float size_degrees, std::array<float, 2> u) {
  const auto [a, b] = around(middle);
  const float r = std::tan(radians(size_degrees)) * std::sqrt(u[0]);
  const float angle = 2.0f * std::numbers::pi_v<float> * u[1];
  return normalised(middle + r * std::cos(angle) * a + r * std::sin(angle) * b);
}

/// How much of a light's power a surface returns, by colour: more than a dull one's beyond the edge
/// of shade if light spreads in it.
Vec3 diffuse(float cosine, Vec3 softness) {
  const auto one = [cosine](float s) { return std::max(0.0f, (cosine + s) / (1.0f + s)); };
  return {one(softness.x), one(softness.y), one(softness.z)};
}

/// One picture in the making.
class Exposure {
 public:
  Exposure(const EmbreeScene& scene, const View& view, const Lighting& lighting)
      : scene_(scene), lighting_(lighting), axes_(axes_of(view)) {
    for (const auto& light : lighting.lights) {
      const float ca = std::cos(radians(light.azimuth)), sa = std::sin(radians(light.azimuth));
      const float ce = std::cos(radians(light.elevation)), se = std::sin(radians(light.elevation));
      directions_.push_back(axes_.in_head({sa * ce, se, ca * ce}));
    }
  }

  const Axes& axes() const { return axes_; }

  /// The light that arrives against `direction`; `height` 0 to 1 is where in the picture.
  Vec3 seen(Vec3 from, Vec3 direction, float height, RayNumbers& numbers) const {
    Vec3 sum;
    float left = 1.0f;
    float nearest = 0.0f;
    for (int layer = 0; layer < kMostLayers && left > 0.02f; ++layer) {
      const auto hit = scene_.first_hit(from, direction, nearest, kFar);
      if (!hit) break;
      const auto texel = texel_at(*hit);
      if (texel.opacity > 0.01f) {
        const Vec3 at = from + hit->distance * direction;
        sum += left * texel.opacity * shaded(*hit, texel.colour, at, direction, numbers);
        left *= 1.0f - texel.opacity;
      }
      nearest = hit->distance + 1e-4f;
    }
    return sum + left * mix(lighting_.background_bottom, lighting_.background_top, height);
  }

 private:
  Vec3 shaded(const SurfaceHit& hit, Vec3 colour, Vec3 at, Vec3 direction,
              RayNumbers& numbers) const {
    const Material& material = hit.surface->material;
    Vec3 normal = hit.normal();
    if (dot(normal, direction) > 0.0f) normal = -1.0f * normal;  // seen from the other side
    const Vec3 start = at + kOffSurface * normal;
    const Vec3 aside = over(normal, numbers.point());
    const float open = scene_.transmitted(start, aside, kShadeReach);
    const float sky = 0.5f + 0.5f * dot(normal, axes_.up);
    Vec3 light = (0.15f + 0.85f * open) *
                 (colour * mix(lighting_.ambient_below, lighting_.ambient_above, sky));
    for (std::size_t i = 0; i < directions_.size(); ++i) {
      const auto& source = lighting_.lights[i];
      const Vec3 to = towards(directions_[i], source.size, numbers.point());
      const Vec3 share = diffuse(dot(normal, to), material.softness);
      if (share.x <= 0.0f) continue;
      const float visible = scene_.transmitted(start, to, kFar);
      if (visible <= 0.0f) continue;
      const Vec3 half = normalised(to - direction);
      const float highlight =
          material.gloss * std::pow(std::max(0.0f, dot(normal, half)), material.sharpness);
      light += visible * (source.colour * (colour * share + highlight * Vec3{1, 1, 1}));
    }
    return light;
  }

  const EmbreeScene& scene_;
  const Lighting& lighting_;
  Axes axes_;
  std::vector<Vec3> directions_;
};

}  // namespace

struct Renderer::Device {
  RTCDevice device = rtcNewDevice("threads=1");
  Device() = default;
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() { rtcReleaseDevice(device); }
};

Renderer::Renderer() : device_(std::make_unique<Device>()) {}
Renderer::~Renderer() = default;

LightImage Renderer::picture(const Head& head, const View& view, const Lighting& lighting,
                             const PixelKey& key) {
  const EmbreeScene scene(device_->device, head);
  const Exposure exposure(scene, view, lighting);
  const Axes& axes = exposure.axes();
  const Vec3 camera = head.between_eyes + view.distance * axes.back;
  // Pixels a unit at the distance of the face.
  const float focal =
      view.head_share * static_cast<float>(view.height) * view.distance / head.height;
  const float middle_x = (0.5f + view.shift_x) * static_cast<float>(view.width);
  const float middle_y = (0.5f + view.shift_y) * static_cast<float>(view.height);
  const int side = std::max(1, static_cast<int>(std::lround(std::sqrt(view.rays))));
  LightImage image(view.width, view.height);
  for (int y = 0; y < view.height; ++y) {
    for (int x = 0; x < view.width; ++x) {
      Vec3 sum;
      for (int ray = 0; ray < side * side; ++ray) {
        RayNumbers numbers(key, static_cast<std::uint32_t>(y * view.width + x),
                           static_cast<std::uint32_t>(ray));
        const float n = static_cast<float>(side);
        const auto within = numbers.point();
        const float px = static_cast<float>(x) + (static_cast<float>(ray % side) + within[0]) / n;
        const float py = static_cast<float>(y) + (static_cast<float>(ray / side) + within[1]) / n;
        const Vec3 direction =
            normalised(axes.in_head({(px - middle_x) / focal, -(py - middle_y) / focal, -1.0f}));
        sum +=
            exposure.seen(camera, direction, 1.0f - py / static_cast<float>(view.height), numbers);
      }
      image.at(x, y) = (1.0f / static_cast<float>(side * side)) * sum;
    }
  }
  return image;
}

}  // namespace fieldtwin

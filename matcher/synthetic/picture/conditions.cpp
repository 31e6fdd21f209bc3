#include "matcher/synthetic/picture/conditions.hpp"

#include <cmath>

#include "matcher/synthetic/person/face_draws.hpp"

namespace fieldtwin {
namespace {

View view_of(std::uint64_t entity, const PictureRules& rules, const Draws& all) {
  const FaceDraws draws(all, Decision::kPicturePose, entity);
  View view;
  view.width = view.height = rules.size;
  view.rays = rules.rays;
  view.yaw = draws.between(-rules.yaw, rules.yaw, 0);
  view.pitch = draws.normal(rules.pitch, 1);
  view.roll = draws.normal(rules.roll, 2);
  view.head_share = draws.between(rules.head_low, rules.head_high, 3);
  view.distance = draws.between(rules.distance_low, rules.distance_high, 4);
  view.shift_x = draws.normal(rules.off_centre, 5);
  view.shift_y = draws.normal(rules.off_centre, 6);
  return view;
}

/// The main light, a weaker one from the other side, and light from all around; together a grey
/// card that faces the camera is a mid grey.
Lighting lighting_of(std::uint64_t entity, const PictureRules& rules, const Draws& all) {
  const FaceDraws draws(all, Decision::kPictureLight, entity);
  constexpr float kTotal = 1.15f;  //!< irradiance
  const bool is_behind = draws.happens(rules.backlight, 0);
  const float side = draws.between(-rules.key_off_axis, rules.key_off_axis, 1);
  const float share = draws.between(rules.key_share_low, rules.key_share_high, 2);
  const float warmth = draws.normal(rules.tint, 3);
  const Vec3 warm{1.0f + warmth, 1.0f, 1.0f - warmth};

  Lighting lighting;
  const float azimuth = is_behind ? 180.0f - 0.5f * side : side;
  lighting.lights.push_back({azimuth, draws.between(15.0f, 50.0f, 4),
                             draws.between(rules.key_size_low, rules.key_size_high, 5),
                             kTotal * share * 1.2f * warm});
  const float fill = is_behind ? 0.5f : 0.4f;
  lighting.lights.push_back({-0.6f * side + draws.normal(10.0f, 6), draws.between(0.0f, 25.0f, 7),
                             40.0f, kTotal * (1.0f - share) * fill * Vec3{1, 1, 1}});
  const float around = kTotal * (1.0f - share) * 0.9f;
  lighting.ambient_above = around * Vec3{1.0f - 0.5f * warmth, 1.0f, 1.0f + 0.5f * warmth};
  lighting.ambient_below = around * draws.between(0.35f, 0.7f, 8) * warm;

  const auto backdrop = [&](std::uint16_t index) {
    const auto one = [&](float low, float high, int colour) {
      return draws.between(low, high, static_cast<std::uint16_t>(index + colour));
    };
    // Light or dark as a whole, with a tint of its own.
    const float light = draws.uniform(index);
    const Vec3 grey = mix(rules.backdrop_low, rules.backdrop_high, light * light);
    const Vec3 own{one(rules.backdrop_low.x, rules.backdrop_high.x, 1),
                   one(rules.backdrop_low.y, rules.backdrop_high.y, 2),
                   one(rules.backdrop_low.z, rules.backdrop_high.z, 3)};
    return mix(grey, own, 0.3f);
  };
  lighting.background_top = backdrop(10);
  lighting.background_bottom = mix(lighting.background_top, backdrop(20), 0.5f);
  return lighting;
}

Expression expression_of(std::uint64_t entity, const PictureRules& rules, const Draws& all) {
  const FaceDraws draws(all, Decision::kPictureExpression, entity);
  const auto some = [&](float probability, std::uint16_t index) {
    const float amount = draws.uniform(static_cast<std::uint16_t>(index + 1));
    return draws.happens(probability, index) ? rules.expression * amount : 0.0f;
  };
  Expression expression;
  expression.smile = some(0.4f, 0);
  expression.frown = some(0.3f, 2);
  expression.brows_up = some(0.3f, 4);
  expression.eyes_closed = 0.6f * some(0.3f, 6);
  expression.mouth_open = 0.5f * some(0.3f, 8);
  expression.lips_pressed = some(0.2f, 10);
  return expression;
}

Camera camera_of(std::uint64_t entity, const PictureRules& rules, const Draws& all) {
  const FaceDraws draws(all, Decision::kPictureCamera, entity);
  Camera camera;
  camera.exposure = std::exp2(draws.normal(rules.exposure, 0));
  const float red = draws.normal(rules.tint, 1), blue = draws.normal(rules.tint, 2);
  camera.white = {1.0f + red, 1.0f, 1.0f + blue};
  camera.blur = draws.between(rules.blur_low, rules.blur_high, 3);
  camera.motion = draws.between(0.0f, rules.motion, 4);
  camera.motion_angle = draws.between(0.0f, 180.0f, 5);
  camera.noise = draws.between(rules.noise_low, rules.noise_high, 6);
  camera.jpeg_quality = static_cast<int>(std::lround(
      draws.between(static_cast<float>(rules.jpeg_low), static_cast<float>(rules.jpeg_high), 7)));
  return camera;
}

PixelKey pixels_of(std::uint64_t entity, const Draws& draws) {
  const auto word = [&](std::uint16_t index) {
    return static_cast<std::uint32_t>(draws.uniform(Decision::kPicturePixels, entity, index) *
                                      4294967296.0);
  };
  return {{word(0), word(1)}};
}

}  // namespace

PictureConditions conditions_of(std::uint64_t entity, const PictureRules& rules,
                                const Draws& draws) {
  return {view_of(entity, rules, draws), lighting_of(entity, rules, draws),
          expression_of(entity, rules, draws), camera_of(entity, rules, draws),
          pixels_of(entity, draws)};
}

}  // namespace fieldtwin

/// The shading against what arithmetic says.

#include "matcher/synthetic/picture/renderer.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fieldtwin {
namespace {

const std::vector<Triangle> kSquare{{{0, 1, 2}, {0, 1, 2}}, {{0, 2, 3}, {0, 2, 3}}};
const std::vector<TextureCoordinates> kCorners{{0, 0}, {1, 0}, {1, 1}, {0, 1}};

/// A square that faces the camera, at that height above the one that is looked at.
Surface square(float half, float z, Vec3 colour, float opacity = 1.0f) {
  Surface surface{&kSquare,
                  &kCorners,
                  {{-half, -half, z}, {half, -half, z}, {half, half, z}, {-half, half, z}},
                  std::vector<Vec3>(4, Vec3{0, 0, 1}),
                  {}};
  surface.material.colour = colour;
  surface.material.opacity = opacity;
  return surface;
}

Head scene_of(std::vector<Surface> surfaces) {
  return {std::move(surfaces), {0, 0, 0}, 2.0f};
}

/// The light of one lamp, from that far off the axis of the camera [degrees].
Lighting lamp(float azimuth, float irradiance = 1.0f) {
  Lighting lighting;
  lighting.lights = {{azimuth, 0.0f, 0.01f, {irradiance, irradiance, irradiance}}};
  return lighting;
}

View view_of(int size = 16) {
  View view;
  view.head_share = 0.5f;
  view.width = view.height = size;
  return view;
}

Vec3 middle_of(const LightImage& image) {
  return image.at(image.width / 2, image.height / 2);
}

TEST(Renderer, FollowsLambertsLaw) {
  Renderer renderer;
  const Head head = scene_of({square(5.0f, 0.0f, {0.5f, 0.25f, 0.125f})});
  for (const float azimuth : {0.0f, 30.0f, 60.0f}) {
    const Vec3 seen = middle_of(renderer.picture(head, view_of(), lamp(azimuth, 2.0f), {{1, 2}}));
    const float cosine = std::cos(azimuth * 3.14159265f / 180.0f);
    EXPECT_NEAR(seen.x, 0.5f * 2.0f * cosine, 1e-3f) << azimuth;
    EXPECT_NEAR(seen.y, 0.25f * 2.0f * cosine, 1e-3f) << azimuth;
    EXPECT_NEAR(seen.z, 0.125f * 2.0f * cosine, 1e-3f) << azimuth;
  }
}

TEST(Renderer, SomethingInBetweenCastsAShadow) {
  Renderer renderer;
  // The lamp is at 45 degrees to the left of the subject: what is one off the wall shades what is
  // one to the right.
  Surface screen = square(0.3f, 1.0f, {1, 1, 1});
  for (auto& vertex : screen.vertices) vertex.x += 1.0f;
  const Vec3 lit = middle_of(renderer.picture(scene_of({square(5.0f, 0.0f, {1, 1, 1})}), view_of(),
                                              lamp(45.0f), {{1, 2}}));
  const Vec3 shaded = middle_of(renderer.picture(scene_of({square(5.0f, 0.0f, {1, 1, 1}), screen}),
                                                 view_of(), lamp(45.0f), {{1, 2}}));
  EXPECT_GT(lit.x, 0.7f);
  EXPECT_EQ(shaded.x, 0.0f);
}

TEST(Renderer, LayersLetLightThroughByTheirOpacity) {
  Renderer renderer;
  Lighting ambient;
  ambient.ambient_above = ambient.ambient_below = {1, 1, 1};
  ambient.background_top = ambient.background_bottom = {0, 0, 1};
  // A red pane of opacity 0.25 before the background; nothing is near enough to shade it.
  const Vec3 seen = middle_of(renderer.picture(scene_of({square(5.0f, 0.0f, {1, 0, 0}, 0.25f)}),
                                               view_of(), ambient, {{1, 2}}));
  EXPECT_NEAR(seen.x, 0.25f, 1e-5f);
  EXPECT_NEAR(seen.z, 0.75f, 1e-5f);
}

TEST(Renderer, AHeadTurnedToItsLeftShowsItsRightSide) {
  Renderer renderer;
  Lighting ambient;
  ambient.ambient_above = ambient.ambient_below = {1, 1, 1};
  // A mark on the nose: out of the face, in the middle of the picture while the head is straight.
  Surface mark = square(0.15f, 1.0f, {1, 1, 1});
  View view = view_of(64);
  const auto column_of = [&](float yaw) {
    view.yaw = yaw;
    const auto image = renderer.picture(scene_of({mark}), view, ambient, {{1, 2}});
    float sum = 0.0f, weight = 0.0f;
    for (int x = 0; x < 64; ++x) {
      for (int y = 0; y < 64; ++y)
        sum += image.at(x, y).x * (float(x) + 0.5f), weight += image.at(x, y).x;
    }
    return sum / weight;
  };
  EXPECT_NEAR(column_of(0.0f), 32.0f, 0.2f);
  // The left of the subject is on the right of the picture.
  EXPECT_GT(column_of(20.0f), 36.0f);
  EXPECT_LT(column_of(-20.0f), 28.0f);
}

TEST(Renderer, TheSameKeyGivesTheSameBytes) {
  Renderer one, other;
  const Head head = scene_of({square(1.0f, 0.0f, {0.5f, 0.5f, 0.5f})});
  Lighting lighting = lamp(20.0f);
  lighting.lights.front().size = 20.0f;
  const auto a = one.picture(head, view_of(), lighting, {{1, 2}});
  const auto b = other.picture(head, view_of(), lighting, {{1, 2}});
  const auto c = one.picture(head, view_of(), lighting, {{1, 3}});
  const auto equal = [](const LightImage& p, const LightImage& q) {
    for (std::size_t i = 0; i < p.pixels.size(); ++i) {
      if (p.pixels[i].x != q.pixels[i].x) return false;
    }
    return true;
  };
  EXPECT_TRUE(equal(a, b));
  EXPECT_FALSE(equal(a, c));
}

}  // namespace
}  // namespace fieldtwin

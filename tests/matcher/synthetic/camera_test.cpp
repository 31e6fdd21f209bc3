#include "matcher/synthetic/picture/camera.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "matcher/synthetic/picture/jpeg.hpp"

namespace fieldtwin {
namespace {

/// Dark on the left, bright on the right.
LightImage edge() {
  LightImage image(64, 64);
  for (int y = 0; y < 64; ++y) {
    for (int x = 0; x < 64; ++x) image.at(x, y) = x < 32 ? Vec3{} : Vec3{1, 1, 1};
  }
  return image;
}

LightImage grey(float light) {
  LightImage image(64, 64);
  for (auto& pixel : image.pixels) pixel = {light, light, light};
  return image;
}

constexpr PixelKey kKey{{1, 2}};

TEST(Camera, WritesSrgbLevels) {
  // A linear 0.2140 is level 127.5 of sRGB (IEC 61966-2-1).
  const auto image = image_of_jpeg(photograph(grey(0.2140f), {.jpeg_quality = 100}, kKey));
  EXPECT_NEAR(image.at(10, 10)[0], 127.5, 1.0);
  const auto brighter =
      image_of_jpeg(photograph(grey(0.1070f), {.exposure = 2.0f, .jpeg_quality = 100}, kKey));
  EXPECT_NEAR(brighter.at(10, 10)[0], 127.5, 1.0);
}

TEST(Camera, NoiseHasTheSpreadThatIsAskedFor) {
  const auto image =
      image_of_jpeg(photograph(grey(0.2f), {.noise = 6.0f, .jpeg_quality = 100}, kKey));
  double sum = 0.0, squares = 0.0;
  for (std::size_t i = 1; i < image.rgb.size(); i += 3) {
    sum += image.rgb[i];
    squares += double(image.rgb[i]) * image.rgb[i];
  }
  const double n = 64.0 * 64.0;
  const double sd = std::sqrt(squares / n - sum / n * sum / n);
  // Half of the colour's noise is lost with the halved resolution of chroma: grey keeps the mean.
  EXPECT_GT(sd, 2.5);
  EXPECT_LT(sd, 6.5);
}

TEST(Camera, BlurSpreadsAnEdgeLikeANormal) {
  const auto image = image_of_jpeg(photograph(edge(), {.blur = 2.0f, .jpeg_quality = 100}, kKey));
  // Two pixels past the edge the light is that of a normal's cumulative at (2 + 0.5) / 2.
  const double light = 0.5 * std::erfc(-1.25 / std::sqrt(2.0));
  const double level = 255.0 * (1.055 * std::pow(light, 1.0 / 2.4) - 0.055);
  EXPECT_NEAR(image.at(34, 32)[1], level, 4.0);
}

TEST(Camera, AShakeSpreadsAlongItsAngleOnly) {
  const auto along = image_of_jpeg(
      photograph(edge(), {.motion = 8.0f, .motion_angle = 0.0f, .jpeg_quality = 100}, kKey));
  const auto across = image_of_jpeg(
      photograph(edge(), {.motion = 8.0f, .motion_angle = 90.0f, .jpeg_quality = 100}, kKey));
  EXPECT_GT(along.at(30, 32)[1], 60);
  EXPECT_LT(across.at(30, 32)[1], 10);
}

TEST(Camera, StrongerCompressionMakesSmallerFiles) {
  EXPECT_LT(photograph(edge(), {.noise = 5.0f, .jpeg_quality = 30}, kKey).size(),
            photograph(edge(), {.noise = 5.0f, .jpeg_quality = 90}, kKey).size());
}

TEST(Jpeg, WhatIsNoneIsAnError) {
  EXPECT_THROW(image_of_jpeg({1, 2, 3}), std::runtime_error);
  EXPECT_THROW(image_of_jpeg({}), std::runtime_error);
}

}  // namespace
}  // namespace fieldtwin

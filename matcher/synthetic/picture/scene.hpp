#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "matcher/synthetic/picture/image.hpp"
#include "matcher/synthetic/vec3.hpp"

namespace fieldtwin {

/// A picture in linear light, not yet bounded by what a camera can hold.
struct LightImage {
  int width = 0;
  int height = 0;
  std::vector<Vec3> pixels;  //!< rows from the top

  LightImage() = default;
  LightImage(int w, int h) : width(w), height(h), pixels(std::size_t(w) * h) {}
  Vec3& at(int x, int y) { return pixels[std::size_t(y) * width + x]; }
  const Vec3& at(int x, int y) const { return pixels[std::size_t(y) * width + x]; }
};

/// A light that is an area seen from the face; it follows the camera, not the head.
struct Light {
  float azimuth;    //!< degrees, 0 from the camera, 90 from the subject's left
  float elevation;  //!< degrees above the horizon
  float size;       //!< radius, degrees: 1 hard shadows, 30 a softbox
  Vec3 colour;      //!< irradiance of a surface that faces it
};

/// How a scene is lit and what is behind it.
struct Lighting {
  std::vector<Light> lights;
  Vec3 ambient_above, ambient_below;  //!< from the sky and from the ground
  Vec3 background_top, background_bottom;
};

/// Where the camera is.
struct View {
  float yaw = 0.0f;          //!< degrees, of the head: positive turns it to its own left
  float pitch = 0.0f;        //!< degrees, positive looks up
  float roll = 0.0f;         //!< degrees, of the camera
  float distance = 20.0f;    //!< from the eyes, in decimetres
  float head_share = 0.62f;  //!< of the picture's height that the head takes, chin to crown
  float shift_x = 0.0f, shift_y = 0.0f;  //!< of the face off the centre, as shares of the picture
  int width = 224, height = 224;         //!< pixels
  int rays = 4;                          //!< a pixel: a square number
};

/// Randomness of the rays: the same key gives the same picture.
struct PixelKey {
  std::array<std::uint32_t, 2> key;
};

}  // namespace fieldtwin

#pragma once

#include <cstdint>
#include <vector>

#include "matcher/synthetic/picture/image.hpp"
#include "matcher/synthetic/picture/scene.hpp"

namespace fieldtwin {

/// What a camera and its file do to a picture.
struct Camera {
  float exposure = 1.0f;         //!< factor of the light
  Vec3 white{1.0f, 1.0f, 1.0f};  //!< factors of the colours: a wrong white balance
  float blur = 0.0f;             //!< standard deviation, pixels: out of focus
  float motion = 0.0f;           //!< length, pixels: a shake
  float motion_angle = 0.0f;     //!< degrees
  float noise = 0.0f;            //!< standard deviation at mid grey, of 255 levels
  int jpeg_quality = 92;         //!< 1 to 100
};

/// The file that the camera writes. `key` makes the noise.
std::vector<std::uint8_t> photograph(LightImage light, const Camera& camera, const PixelKey& key);

}  // namespace fieldtwin

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "matcher/synthetic/vec3.hpp"

namespace fieldtwin {

/// A picture that a surface is covered with.
class Texture {
 public:
  struct Texel {
    Vec3 colour;    //!< linear light, 0 to 1
    float opacity;  //!< 0 clear, 1 opaque
  };

  /// Reads a PNG file. Throws FaceDataError if it cannot be read.
  explicit Texture(const std::filesystem::path& png);

  /// At the texture coordinates, v upwards, repeated beyond 0 to 1; linear between texels.
  Texel at(float u, float v) const;

  bool is_opaque() const { return is_opaque_; }

  /// The mean colour of what is opaque.
  Vec3 mean_colour() const { return mean_; }

 private:
  int width_ = 0;
  int height_ = 0;
  std::vector<float> rgba_;  //!< colour times opacity, and opacity
  Vec3 mean_;
  bool is_opaque_ = true;
};

}  // namespace fieldtwin

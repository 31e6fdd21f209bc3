#pragma once

#include <embree3/rtcore.h>

#include <optional>

#include "matcher/synthetic/picture/head.hpp"

namespace fieldtwin {

/// Where a ray meets a surface.
struct SurfaceHit {
  const Surface* surface;
  const Triangle* triangle;
  float u, v;  //!< weights of the second and third corner
  float distance;

  TextureCoordinates coordinates() const;
  Vec3 normal() const;  //!< between those of the vertices
};

/// What a surface shows at a hit: colour in linear light, and opacity.
Texture::Texel texel_at(const SurfaceHit& hit);

/// The opacity alone.
float opacity_at(const SurfaceHit& hit);

/// The surfaces of a head as Embree finds them.
class EmbreeScene {
 public:
  /// `head` must outlive it.
  EmbreeScene(RTCDevice device, const Head& head);
  ~EmbreeScene();
  EmbreeScene(const EmbreeScene&) = delete;
  EmbreeScene& operator=(const EmbreeScene&) = delete;

  std::optional<SurfaceHit> first_hit(Vec3 from, Vec3 direction, float nearest,
                                      float furthest) const;

  /// The share of light that comes through between two points along a direction: 0 if something
  /// opaque is in between, less than 1 through hair.
  float transmitted(Vec3 from, Vec3 direction, float furthest) const;

 private:
  const Head& head_;
  RTCScene scene_;
};

}  // namespace fieldtwin

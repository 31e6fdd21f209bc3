#pragma once

#include <vector>

#include "matcher/synthetic/data/mesh.hpp"
#include "matcher/synthetic/data/texture.hpp"

namespace fieldtwin {

/// What light meets on a surface.
struct Material {
  /// Textures, blended by weight; none: plain white.
  struct Layer {
    const Texture* texture;
    float weight;
  };
  enum class Colouring {
    kFilter,  //!< the texture's colours times `colour`
    kDye,     //!< the texture gives light and dark, `colour` the colour: hair
  };

  std::vector<Layer> layers;
  Colouring colouring = Colouring::kFilter;
  Vec3 colour{1.0f, 1.0f, 1.0f};
  float opacity = 1.0f;       //!< times the texture's
  float tinted_below = 0.0f;  //!< what is less opaque is glass: its opacity counts a fifth
  float gloss = 0.0f;         //!< strength of the highlight
  float sharpness = 20.0f;    //!< exponent of the highlight
  /// How far light that enters spreads beyond the edge of shade, as a share: skin, red most.
  Vec3 softness{};
};

/// A mesh in place, ready to be seen.
struct Surface {
  const std::vector<Triangle>* triangles;
  const std::vector<TextureCoordinates>* coordinates;
  std::vector<Vec3> vertices;
  std::vector<Vec3> normals;  //!< of the vertices
  Material material;
};

/// Normals of the vertices, weighted by the area of the triangles around them.
std::vector<Vec3> vertex_normals(const std::vector<Triangle>& triangles,
                                 const std::vector<Vec3>& vertices);

}  // namespace fieldtwin

#pragma once

#include "matcher/synthetic/person/expression.hpp"
#include "matcher/synthetic/picture/camera.hpp"
#include "matcher/synthetic/picture/picture_rules.hpp"
#include "matcher/synthetic/picture/scene.hpp"

namespace fieldtwin {

/// What chance made of one picture.
struct PictureConditions {
  View view;
  Lighting lighting;
  Expression expression;
  Camera camera;
  PixelKey pixels;
};

/// A pure function of (seed, entity): see picture_entity().
PictureConditions conditions_of(std::uint64_t entity, const PictureRules& rules,
                                const Draws& draws);

}  // namespace fieldtwin

#include "matcher/synthetic/picture/head.hpp"

#include <algorithm>

#include "matcher/synthetic/picture/body_shape.hpp"

namespace fieldtwin {
namespace {

Surface surface(const std::vector<Triangle>& triangles, const Mesh& mesh,
                std::vector<Vec3> vertices, Material material) {
  auto normals = vertex_normals(triangles, vertices);
  return {&triangles, &mesh.coordinates, std::move(vertices), std::move(normals),
          std::move(material)};
}

Surface worn(const WornMesh& shape, const std::vector<Vec3>& body, Material material) {
  return surface(shape.mesh.triangles, shape.mesh, shape.fitted(body), std::move(material));
}

/// Between the textures for about 25, 45 and 70 years.
std::array<float, kSkinAges> skin_ages(float years) {
  constexpr float kYoung = 25.0f, kMiddle = 47.0f, kOld = 72.0f;
  if (years < kMiddle) {
    const float t = std::clamp((years - kYoung) / (kMiddle - kYoung), 0.0f, 1.0f);
    return {1.0f - t, t, 0.0f};
  }
  const float t = std::clamp((years - kMiddle) / (kOld - kMiddle), 0.0f, 1.0f);
  return {0.0f, 1.0f - t, t};
}

Material skin_of(const FaceData& data, const FaceIdentity& identity, const SessionLook& look) {
  Material skin;
  const auto ages = skin_ages(look.age);
  for (std::size_t a = 0; a < kAncestries; ++a) {
    for (std::size_t age = 0; age < kSkinAges; ++age) {
      const float weight = identity.ancestry[a] * ages[age];
      if (weight < 0.02f) continue;
      skin.layers.push_back(
          {&data.skin(static_cast<Ancestry>(a), identity.sex, static_cast<SkinAge>(age)), weight});
    }
  }
  skin.colour = identity.skin;
  skin.gloss = 0.06f;
  skin.sharpness = 12.0f;
  skin.softness = {0.30f, 0.17f, 0.12f};
  return skin;
}

Material hair_of(const Texture& texture, Vec3 colour, float opacity) {
  Material hair;
  hair.layers = {{&texture, 1.0f}};
  hair.colouring = Material::Colouring::kDye;
  hair.colour = colour;
  hair.opacity = opacity;
  hair.gloss = 0.03f;
  hair.sharpness = 25.0f;
  return hair;
}

Material covered_with(const Texture& texture) {
  Material material;
  material.layers = {{&texture, 1.0f}};
  return material;
}

void add_beard(const FaceData& data, const SessionLook& look, const std::vector<Vec3>& body,
               std::vector<Surface>& surfaces) {
  const auto add = [&](const WornThing& thing, float opacity) {
    surfaces.push_back(
        worn(thing.shape, body, hair_of(thing.texture, 0.7f * look.hair_colour, opacity)));
  };
  switch (look.beard) {
    case Beard::kNone:
      break;
    case Beard::kStubble:
      add(data.full_beard(), 0.25f);
      break;
    case Beard::kMoustache:
      add(data.moustache(), 1.0f);
      break;
    case Beard::kFull:
      add(data.full_beard(), 1.0f);
      break;
  }
}

}  // namespace

Head head_of(const FaceData& data, const FaceIdentity& identity, const SessionLook& look,
             const Expression& expression) {
  const auto body = body_shape(data, identity, look, expression);
  Head head{};
  auto& surfaces = head.surfaces;
  surfaces.push_back(
      surface(data.body().triangles, data.body(), body, skin_of(data, identity, look)));

  Material clothes;
  clothes.colour = look.clothes;
  surfaces.push_back(surface(data.clothes(), data.body(), body, clothes));

  Material eyes = covered_with(data.irises()[identity.eyes]);
  eyes.gloss = 0.5f;
  eyes.sharpness = 120.0f;
  surfaces.push_back(worn(data.eyes(), body, eyes));
  const auto& eyeballs = surfaces.back().vertices;
  Vec3 sum;
  for (const auto v : eyeballs) sum += v;
  head.between_eyes = (1.0f / static_cast<float>(eyeballs.size())) * sum;

  const auto& brows = data.brows()[identity.brows];
  surfaces.push_back(
      worn(brows.shape, body, hair_of(brows.texture, 0.6f * look.hair_colour, 0.9f)));
  Material lashes = covered_with(data.lashes().texture);
  lashes.colour = {0.02f, 0.02f, 0.02f};
  surfaces.push_back(worn(data.lashes().shape, body, lashes));
  add_beard(data, look, body, surfaces);
  if (look.hair) {
    const auto& hair = data.hair()[*look.hair].worn;
    surfaces.push_back(worn(hair.shape, body, hair_of(hair.texture, look.hair_colour, 1.0f)));
  }
  if (look.glasses == Glasses::kWorn) {
    Material glasses = covered_with(data.glasses().texture);
    glasses.tinted_below = 0.7f;
    glasses.gloss = 0.3f;
    glasses.sharpness = 60.0f;
    surfaces.push_back(worn(data.glasses().shape, body, glasses));
  }

  float crown = head.between_eyes.y;
  for (const auto& triangle : data.body().triangles) {
    for (const auto v : triangle.vertex) crown = std::max(crown, body[v].y);
  }
  // The eyes are halfway between chin and crown.
  head.height = 2.0f * (crown - head.between_eyes.y);
  return head;
}

}  // namespace fieldtwin

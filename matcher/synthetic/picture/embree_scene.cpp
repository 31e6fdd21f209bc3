#include "matcher/synthetic/picture/embree_scene.hpp"

#include <cstring>

namespace fieldtwin {
namespace {

/// Hits nearer than this behind another are taken to be the same surface.
constexpr float kStep = 1e-4f;
constexpr int kMostLayers = 12;

float seen_opacity(const Material& material, float of_texture) {
  const float through = of_texture < material.tinted_below ? 0.2f : 1.0f;
  return through * material.opacity * of_texture;
}

void* new_buffer(RTCGeometry geometry, RTCBufferType type, RTCFormat format, std::size_t stride,
                 std::size_t count) {
  return rtcSetNewGeometryBuffer(geometry, type, 0, format, stride, count);
}

void attach(RTCDevice device, RTCScene scene, const Surface& surface) {
  RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE);
  static_assert(sizeof(Vec3) == 3 * sizeof(float));
  void* vertices = new_buffer(geometry, RTC_BUFFER_TYPE_VERTEX, RTC_FORMAT_FLOAT3, sizeof(Vec3),
                              surface.vertices.size());
  std::memcpy(vertices, surface.vertices.data(), surface.vertices.size() * sizeof(Vec3));
  auto* corners =
      static_cast<std::uint32_t*>(new_buffer(geometry, RTC_BUFFER_TYPE_INDEX, RTC_FORMAT_UINT3,
                                             3 * sizeof(std::uint32_t), surface.triangles->size()));
  for (const auto& triangle : *surface.triangles) {
    for (const auto v : triangle.vertex) *corners++ = v;
  }
  rtcCommitGeometry(geometry);
  rtcAttachGeometry(scene, geometry);  // ids count up from 0: the index of the surface
  rtcReleaseGeometry(geometry);
}

}  // namespace

TextureCoordinates SurfaceHit::coordinates() const {
  const auto& all = *surface->coordinates;
  const auto [a, b, c] = triangle->coordinates;
  const float w = 1.0f - u - v;
  return {w * all[a].u + u * all[b].u + v * all[c].u, w * all[a].v + u * all[b].v + v * all[c].v};
}

Vec3 SurfaceHit::normal() const {
  const auto& all = surface->normals;
  const auto [a, b, c] = triangle->vertex;
  return normalised((1.0f - u - v) * all[a] + u * all[b] + v * all[c]);
}

Texture::Texel texel_at(const SurfaceHit& hit) {
  const Material& material = hit.surface->material;
  if (material.layers.empty()) return {material.colour, material.opacity};
  const auto [u, v] = hit.coordinates();
  Texture::Texel sum{{}, 0.0f};
  float weights = 0.0f;
  for (const auto& layer : material.layers) {
    Texture::Texel texel = layer.texture->at(u, v);
    if (material.colouring == Material::Colouring::kDye) {
      constexpr Vec3 kLuminance{0.2126f, 0.7152f, 0.0722f};
      const float light =
          dot(kLuminance, texel.colour) / (dot(kLuminance, layer.texture->mean_colour()) + 1e-3f);
      texel.colour = {light, light, light};
    }
    sum.colour += layer.weight * texel.colour;
    sum.opacity += layer.weight * texel.opacity;
    weights += layer.weight;
  }
  return {(1.0f / weights) * (material.colour * sum.colour),
          seen_opacity(material, sum.opacity / weights)};
}

float opacity_at(const SurfaceHit& hit) {
  const Material& material = hit.surface->material;
  // What is opaque is so everywhere and in all layers: most of what rays meet.
  if (material.layers.empty() || material.layers.front().texture->is_opaque()) {
    return material.opacity;
  }
  const auto [u, v] = hit.coordinates();
  float sum = 0.0f, weights = 0.0f;
  for (const auto& layer : material.layers) {
    sum += layer.weight * layer.texture->at(u, v).opacity;
    weights += layer.weight;
  }
  return seen_opacity(material, sum / weights);
}

EmbreeScene::EmbreeScene(RTCDevice device, const Head& head)
    : head_(head), scene_(rtcNewScene(device)) {
  for (const auto& surface : head.surfaces) attach(device, scene_, surface);
  rtcCommitScene(scene_);
}

EmbreeScene::~EmbreeScene() {
  rtcReleaseScene(scene_);
}

std::optional<SurfaceHit> EmbreeScene::first_hit(Vec3 from, Vec3 direction, float nearest,
                                                 float furthest) const {
  RTCIntersectContext context;
  rtcInitIntersectContext(&context);
  RTCRayHit ray{};
  ray.ray = {from.x,      from.y, from.z,   nearest,      direction.x, direction.y,
             direction.z, 0.0f,   furthest, 0xFFFF'FFFFu, 0u,          0u};
  ray.hit.geomID = RTC_INVALID_GEOMETRY_ID;
  ray.hit.instID[0] = RTC_INVALID_GEOMETRY_ID;
  rtcIntersect1(scene_, &context, &ray);
  if (ray.hit.geomID == RTC_INVALID_GEOMETRY_ID) return std::nullopt;
  const Surface& surface = head_.surfaces[ray.hit.geomID];
  return SurfaceHit{&surface, &(*surface.triangles)[ray.hit.primID], ray.hit.u, ray.hit.v,
                    ray.ray.tfar};
}

float EmbreeScene::transmitted(Vec3 from, Vec3 direction, float furthest) const {
  float share = 1.0f;
  float nearest = 0.0f;
  for (int layer = 0; layer < kMostLayers && share > 0.02f; ++layer) {
    const auto hit = first_hit(from, direction, nearest, furthest);
    if (!hit) return share;
    share *= 1.0f - opacity_at(*hit);
    nearest = hit->distance + kStep;
  }
  return share;
}

}  // namespace fieldtwin

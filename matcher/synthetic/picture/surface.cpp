#include "matcher/synthetic/picture/surface.hpp"

namespace fieldtwin {

std::vector<Vec3> vertex_normals(const std::vector<Triangle>& triangles,
                                 const std::vector<Vec3>& vertices) {
  std::vector<Vec3> normals(vertices.size());
  for (const auto& triangle : triangles) {
    const auto [a, b, c] = triangle.vertex;
    const Vec3 normal = cross(vertices[b] - vertices[a], vertices[c] - vertices[a]);
    for (const auto v : triangle.vertex) normals[v] += normal;
  }
  for (auto& normal : normals) normal = normalised(normal);
  return normals;
}

}  // namespace fieldtwin

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "matcher/synthetic/vec3.hpp"

namespace fieldtwin {

struct TextureCoordinates {
  float u, v;
};

/// A triangle: its corners among the vertices and among the texture coordinates.
struct Triangle {
  std::array<std::uint32_t, 3> vertex;
  std::array<std::uint32_t, 3> coordinates;
};

/// Triangles that share vertices.
struct Mesh {
  std::vector<Vec3> vertices;
  std::vector<TextureCoordinates> coordinates;
  std::vector<Triangle> triangles;
};

/// Where a vertex of a worn thing is: a blend of three vertices of the body, and a shift.
struct Attachment {
  std::array<std::uint32_t, 3> body;
  std::array<float, 3> weight;
  Vec3 shift;
};

/// A thing worn: eyes, brows, hair, glasses. Its vertices follow those of the body.
struct WornMesh {
  Mesh mesh;
  std::vector<Attachment> attachments;  //!< of each vertex

  /// The vertices on that body.
  std::vector<Vec3> fitted(const std::vector<Vec3>& body) const;
};

/// Reads the model of a body (Three.js JSON, format 3.1): of all its vertices, the triangles of the
/// group "body"; the other groups are helpers that nobody sees. Quadrilaterals are split in two.
/// Throws FaceDataError if the file is not such a model.
Mesh read_body(const std::filesystem::path& file);

/// Reads a model that is fitted to the body. Throws FaceDataError likewise.
WornMesh read_worn(const std::filesystem::path& file);

}  // namespace fieldtwin

#include "matcher/synthetic/data/mesh.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "matcher/synthetic/synthetic_error.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

json read_json(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw FaceDataError("cannot open " + file.string());
  return json::parse(stream);
}

/// What the first number of a face says about those that follow.
struct FaceLayout {
  explicit FaceLayout(int bits)
      : corners(bits & 1 ? 4 : 3),
        has_material((bits & 2) != 0),
        has_coordinates((bits & 8) != 0),
        skipped((bits & 16 ? 1 : 0) + (bits & 32 ? corners : 0) + (bits & 64 ? 1 : 0) +
                (bits & 128 ? corners : 0)) {}

  std::size_t corners;
  bool has_material;
  bool has_coordinates;
  std::size_t skipped;  //!< normals and colours
};

/// Appends the triangles of the faces whose material `is_wanted`.
template <class IsWanted>
void append_triangles(const std::vector<std::uint32_t>& faces, IsWanted is_wanted, Mesh& mesh) {
  for (std::size_t i = 0; i < faces.size();) {
    const FaceLayout layout(static_cast<int>(faces[i++]));
    const std::size_t vertices = i;
    i += layout.corners;
    const std::uint32_t material = layout.has_material ? faces.at(i++) : 0;
    const std::size_t coordinates = i;
    if (layout.has_coordinates) i += layout.corners;
    i += layout.skipped;
    if (i > faces.size()) throw FaceDataError("a face is cut short");
    if (!is_wanted(material) || !layout.has_coordinates) continue;
    for (std::size_t second = 1; second + 1 < layout.corners; ++second) {
      Triangle triangle;
      std::size_t corner = 0;
      for (const std::size_t k : {std::size_t{0}, second, second + 1}) {
        triangle.vertex[corner] = faces[vertices + k];
        triangle.coordinates[corner++] = faces[coordinates + k];
        if (faces[vertices + k] >= mesh.vertices.size() ||
            faces[coordinates + k] >= mesh.coordinates.size()) {
          throw FaceDataError("a face has a corner that is not there");
        }
      }
      mesh.triangles.push_back(triangle);
    }
  }
}

Mesh mesh_without_triangles(const json& model) {
  const auto numbers = model.at("vertices").get<std::vector<float>>();
  const auto uvs = model.at("uvs").at(0).get<std::vector<float>>();
  Mesh mesh;
  for (std::size_t i = 0; i + 2 < numbers.size(); i += 3) {
    mesh.vertices.push_back({numbers[i], numbers[i + 1], numbers[i + 2]});
  }
  for (std::size_t i = 0; i + 1 < uvs.size(); i += 2) {
    mesh.coordinates.push_back({uvs[i], uvs[i + 1]});
  }
  return mesh;
}

std::vector<std::uint32_t> faces_of(const json& model) {
  return model.at("faces").get<std::vector<std::uint32_t>>();
}

std::vector<Attachment> attachments_of(const json& model) {
  const auto& bodies = model.at("ref_vIdxs");
  const auto& weights = model.at("weights");
  const auto& shifts = model.at("offsets");
  std::vector<Attachment> attachments;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto shift = shifts.at(i).get<std::array<float, 3>>();
    attachments.push_back({bodies[i].get<std::array<std::uint32_t, 3>>(),
                           weights.at(i).get<std::array<float, 3>>(),
                           {shift[0], shift[1], shift[2]}});
  }
  return attachments;
}

/// Reads with `read`; whatever is wrong is told with the file's name.
template <class Read>
auto named(const std::filesystem::path& file, Read read) {
  try {
    return read();
  } catch (const std::exception& error) {
    throw FaceDataError(file.string() + " is not the model that was expected (" + error.what() +
                        ")");
  }
}

}  // namespace

std::vector<Vec3> WornMesh::fitted(const std::vector<Vec3>& body) const {
  std::vector<Vec3> vertices;
  vertices.reserve(attachments.size());
  for (const auto& a : attachments) {
    Vec3 at = a.shift;
    for (int k = 0; k < 3; ++k) at += a.weight[k] * body[a.body[k]];
    vertices.push_back(at);
  }
  return vertices;
}

Mesh read_body(const std::filesystem::path& file) {
  return named(file, [&] {
    const json model = read_json(file);
    std::vector<bool> is_body;
    for (const auto& material : model.at("materials")) {
      is_body.push_back(material.at("DbgName") == "body");
    }
    Mesh mesh = mesh_without_triangles(model);
    append_triangles(
        faces_of(model), [&](std::uint32_t m) { return is_body.at(m); }, mesh);
    return mesh;
  });
}

WornMesh read_worn(const std::filesystem::path& file) {
  return named(file, [&] {
    const json model = read_json(file);
    WornMesh worn{mesh_without_triangles(model), attachments_of(model)};
    if (worn.attachments.size() != worn.mesh.vertices.size()) {
      throw FaceDataError("not every vertex is attached to the body");
    }
    append_triangles(
        faces_of(model), [](std::uint32_t) { return true; }, worn.mesh);
    return worn;
  });
}

}  // namespace fieldtwin

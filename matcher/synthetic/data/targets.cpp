#include "matcher/synthetic/data/targets.hpp"

#include <array>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "matcher/synthetic/synthetic_error.hpp"

namespace fieldtwin {
namespace {

constexpr float kUnit = 1e-3f;
constexpr float kLargestOfDetail = 0.6f;
constexpr std::string_view kPrefix = "data/targets/";
constexpr std::string_view kSuffix = ".target";

/// What is below the neck changes no portrait; leaving it out saves most of the memory.
constexpr std::array<std::string_view, 11> kUnused{"armslegs/",
                                                   "breast/",
                                                   "buttocks/",
                                                   "genitals/",
                                                   "hip/",
                                                   "legs/",
                                                   "macrodetails/height",
                                                   "macrodetails/proportions",
                                                   "measure/",
                                                   "pelvis/",
                                                   "stomach/"};

bool starts_with_any(std::string_view path) {
  for (const auto prefix : kUnused) {
    if (path.starts_with(prefix)) return true;
  }
  return false;
}

std::set<std::string> sorted_paths(const std::filesystem::path& list) {
  std::ifstream stream(list);
  if (!stream) throw FaceDataError("cannot open " + list.string());
  std::set<std::string> paths;
  try {
    const auto json = nlohmann::json::parse(stream);
    for (const auto& [path, words] : json.at("targets").items()) paths.insert(path);
  } catch (const nlohmann::json::exception& error) {
    throw FaceDataError(list.string() + " is not the list of targets (" + error.what() + ")");
  }
  return paths;
}

std::string short_path(const std::string& path) {
  const bool named = path.starts_with(kPrefix) && path.ends_with(kSuffix);
  return named ? path.substr(kPrefix.size(), path.size() - kPrefix.size() - kSuffix.size()) : path;
}

}  // namespace

Targets::Targets(const std::filesystem::path& list, const std::filesystem::path& table,
                 std::size_t vertices) {
  const auto paths = sorted_paths(list);
  std::ifstream stream(table, std::ios::binary);
  std::vector<std::int16_t> row(3 * vertices);
  const auto row_bytes = static_cast<std::streamsize>(row.size() * sizeof(std::int16_t));
  begin_.push_back(0);
  for (const auto& path : paths) {
    const std::string name = short_path(path);
    if (starts_with_any(name)) {
      stream.seekg(row_bytes, std::ios::cur);
    } else if (!stream.read(reinterpret_cast<char*>(row.data()), row_bytes)) {
      throw FaceDataError(table.string() + " is missing or shorter than its list of targets says");
    } else {
      const bool is_detail = !name.starts_with("macrodetails/");
      index_[name] = begin_.size() - 1;
      for (std::size_t v = 0; v < vertices; ++v) {
        const Vec3 by =
            kUnit * Vec3{float(row[3 * v]), float(row[3 * v + 1]), float(row[3 * v + 2])};
        const bool is_damage = is_detail && std::max({std::abs(by.x), std::abs(by.y),
                                                      std::abs(by.z)}) > kLargestOfDetail;
        if (length(by) > 0.0f && !is_damage) moves_.push_back({static_cast<std::uint32_t>(v), by});
      }
      begin_.push_back(moves_.size());
    }
  }
}

std::size_t Targets::index(std::string_view path) const {
  const auto found = index_.find(path);
  if (found == index_.end()) {
    throw FaceDataError("the face data have no target '" + std::string(path) + "'");
  }
  return found->second;
}

void Targets::apply(std::size_t target, float amount, std::vector<Vec3>& vertices) const {
  if (amount == 0.0f) return;
  for (std::size_t i = begin_[target]; i < begin_[target + 1]; ++i) {
    vertices[moves_[i].vertex] += amount * moves_[i].by;
  }
}

}  // namespace fieldtwin

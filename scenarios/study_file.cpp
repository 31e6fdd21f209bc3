#include "scenarios/study_file.hpp"

#include <algorithm>

#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/yaml_node.hpp"

namespace fieldtwin {
namespace fs = std::filesystem;

std::string_view name_of(StudyKind kind) {
  return kind == StudyKind::kSweep ? "sweep" : "capacity";
}

std::vector<std::string> shipped_studies(const fs::path& data_root) {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(data_root / "studies", none)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::optional<fs::path> find_study(const std::string& name_or_file, const fs::path& data_root,
                                   ErrorList& errors) {
  const fs::path shipped = data_root / "studies" / (name_or_file + ".yaml");
  std::error_code none;
  if (fs::exists(shipped, none)) return shipped;
  if (fs::exists(name_or_file, none)) return fs::path(name_or_file);
  errors.add({name_or_file, 0, 0},
             {"there is no study '" + name_or_file + "'", "it is neither shipped nor a file",
              did_you_mean(fs::path(name_or_file).stem().string(), shipped_studies(data_root))});
  return std::nullopt;
}

namespace {

/// The map in a study's file, if that can be read: whoever reads it in earnest says what is wrong.
std::optional<Node> map_of(const std::string& name_or_file, const LoadOptions& options) {
  ErrorList unread;
  const auto file = find_study(name_or_file, options.data_root, unread);
  const auto text = file ? read_file(*file, {file->string(), 0, 0}, unread) : std::nullopt;
  auto root = text ? parse_yaml(*text, file->string(), unread) : std::nullopt;
  return root && root->is_map() ? root : std::nullopt;
}

std::optional<StudyKind> kind_of(const Node& root) {
  if (root.find("factors")) return StudyKind::kSweep;
  if (root.find("slo")) return StudyKind::kCapacity;
  return std::nullopt;
}

std::string text_of(const Node& root, std::string_view key) {
  const Node* const node = root.find(key);
  return node ? node->text : std::string();
}

}  // namespace

std::optional<StudyKind> kind_of_study(const std::string& name_or_file,
                                       const LoadOptions& options) {
  const auto root = map_of(name_or_file, options);
  return root ? kind_of(*root) : std::nullopt;
}

std::vector<StudyEntry> list_studies(const LoadOptions& options) {
  std::vector<StudyEntry> entries;
  for (const std::string& name : shipped_studies(options.data_root)) {
    const auto root = map_of(name, options);
    const auto kind = root ? kind_of(*root) : std::nullopt;
    if (kind) entries.push_back({name, *kind, text_of(*root, "title"), text_of(*root, "question")});
  }
  return entries;
}

}  // namespace fieldtwin

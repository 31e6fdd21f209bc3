#include "scenarios/reader/catalogue.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "scenarios/reader/suggest.hpp"

namespace fieldtwin {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLargestFile = 16 << 20;  // nothing that a scenario needs is larger

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

std::vector<std::string> names_in(const fs::path& folder, const std::string& ending) {
  std::vector<std::string> out;
  std::error_code problem;
  for (fs::directory_iterator it(folder, problem), end; !problem && it != end;
       it.increment(problem))
    if (it->path().extension() == ending)
      out.push_back((ending == ".yaml" ? it->path().stem() : it->path().filename()).string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

fs::path default_data_root() {
  if (const char* set = std::getenv("FIELDTWIN_DATA"); set && *set) return set;
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  if (!problem) {
    const fs::path installed = program.parent_path().parent_path() / "share" / "fieldtwin";
    if (is_there(installed / "catalogue")) return installed;
  }
  return FIELDTWIN_SHIPPED_DATA;
}

std::vector<std::string> shipped_scenarios(const fs::path& data_root) {
  return names_in(data_root / "catalogue", ".yaml");
}

std::vector<std::string> shipped_safeguards(const fs::path& data_root) {
  return names_in(data_root / "catalogue" / "safeguards", ".yaml");
}

std::optional<fs::path> find_safeguard(const std::string& name, const fs::path& data_root,
                                       const Place& place, ErrorList& errors) {
  const std::vector<std::string> names = shipped_safeguards(data_root);
  if (std::find(names.begin(), names.end(), name) != names.end()) {
    return data_root / "catalogue" / "safeguards" / (name + ".yaml");
  }
  const std::string near = closest(name, names);
  errors.add(place, {"there is no safeguard '" + name + "'", "it is not among the shipped ones",
                     near.empty() ? "See fieldtwin list --safeguards."
                                  : "Did you mean '" + near + "'?"});
  return std::nullopt;
}

NamedWith split_name(const std::string& name_or_file, const fs::path& data_root) {
  NamedWith out{name_or_file, {}};
  while (!is_there(out.scenario) &&
         !is_there(data_root / "catalogue" / (out.scenario + ".yaml"))) {
    const std::size_t plus = out.scenario.rfind('+');
    if (plus == std::string::npos || plus == 0) break;
    out.safeguards.insert(out.safeguards.begin(), out.scenario.substr(plus + 1));
    out.scenario.resize(plus);
  }
  return out;
}

std::optional<fs::path> find_scenario(const std::string& name_or_file, const fs::path& folder,
                                      const fs::path& data_root, const Place& place,
                                      ErrorList& errors) {
  const fs::path written(name_or_file);
  const bool a_file =
      written.has_parent_path() || written.extension() == ".yaml" || written.extension() == ".yml";
  if (!a_file && !name_or_file.empty()) {
    const fs::path shipped = data_root / "catalogue" / (name_or_file + ".yaml");
    if (is_there(shipped)) return shipped;
  }
  const fs::path file = folder / written;
  if (!name_or_file.empty() && is_there(file)) return file;
  const std::vector<std::string> names = shipped_scenarios(data_root);
  const std::string near = closest(a_file ? written.stem().string() : name_or_file, names);
  std::string suggestion;
  if (!near.empty()) suggestion = "Did you mean '" + near + "'?";
  if (near.empty() && !a_file) suggestion = "Shipped are: " + comma_separated(names) + ".";
  errors.add(place, {a_file ? "there is no file '" + file.string() + "'"
                            : "there is no scenario '" + name_or_file + "'",
                     a_file ? "" : "it is neither shipped nor a file", suggestion});
  return std::nullopt;
}

std::optional<fs::path> find_table(const std::string& name, const fs::path& folder,
                                   const fs::path& data_root, const Place& place,
                                   ErrorList& errors) {
  for (const fs::path& root : {folder, data_root / "data"})
    if (is_there(root / name)) return root / name;
  errors.add(place, {"there is no table '" + name + "'",
                     "it was looked for beside the scenario and among the shipped tables",
                     did_you_mean(name, names_in(data_root / "data", ".csv"))});
  return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& file, const Place& place, ErrorList& errors) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) {
    errors.add(place, {"'" + file.string() + "' is a folder", "a file is needed", ""});
    return std::nullopt;
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    errors.add(place, {"'" + file.string() + "' cannot be read", std::strerror(errno), ""});
    return std::nullopt;
  }
  std::string text;
  std::array<char, 1 << 16> block;
  while (text.size() <= kLargestFile &&
         (stream.read(block.data(), block.size()), stream.gcount() > 0))
    text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  if (text.size() > kLargestFile) {
    errors.add(place, {"'" + file.string() + "' is larger than 16 MB", "", ""});
    return std::nullopt;
  }
  return text;
}

}  // namespace fieldtwin

#include "sim/study/comparison_directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/study/identity.hpp"
#include "sim/study/open_study.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

constexpr const char* kWayOut = "Nothing was changed. Choose another directory with -o.";

/// Whether a name is that of a study in a comparison: digits and a hyphen.
bool is_numbered(const std::string& name) {
  const auto hyphen = name.find_first_not_of("0123456789");
  return hyphen != std::string::npos && hyphen >= 2 && name[hyphen] == '-';
}

/// Names of the studies in a folder, sorted; none if there is no folder.
std::vector<std::string> numbered_folders(const fs::path& folder) {
  std::vector<std::string> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && is_numbered(name)) found.push_back(name);
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace

std::vector<std::string> distinct_names(const std::vector<std::string>& names) {
  std::set<std::string> taken(names.begin(), names.end()), used;
  std::vector<std::string> result;
  for (const std::string& name : names) {
    std::string distinct = name;
    for (int number = 2; used.contains(distinct); ++number) {
      const std::string numbered = fmt::format("{}-{}", name, number);
      if (!taken.contains(numbered)) distinct = numbered;
    }
    used.insert(distinct);
    result.push_back(std::move(distinct));
  }
  return result;
}

ComparisonDirectory::ComparisonDirectory(fs::path folder, const std::vector<std::string>& names)
    : folder_(std::move(folder)) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    studies_.push_back(folder_ / fmt::format("{:02}-{}", i + 1, names[i]));
  }
}

void ComparisonDirectory::refuse_others(const std::vector<ResolvedScenario>& scenarios,
                                        const StudyRequest& request) const {
  refuse_strangers();
  for (std::size_t i = 0; i < studies_.size(); ++i) {
    if (!fs::exists(studies_[i] / "results.sqlite")) continue;
    refuse_another_study(StudyFiles(studies_[i]), scenarios[i],
                         identity_of(scenarios[i], request.seed, request.record));
  }
}

void ComparisonDirectory::refuse_strangers() const {
  std::error_code ignored;
  if (fs::exists(folder_ / "results.sqlite", ignored)) {
    throw StudyRefused(
        fmt::format("{} holds a study, not a comparison. {}", folder_.string(), kWayOut));
  }
  const std::vector<std::string> found = numbered_folders(folder_);
  if (found.empty() && fs::exists(comparison(), ignored)) {
    throw StudyRefused(
        fmt::format("{} is there, but none of its studies (it belongs to something else, and would "
                    "be overwritten). Choose another directory with -o.",
                    comparison().string()));
  }
  for (const std::string& name : found) {
    const auto ours = [&name](const fs::path& study) { return study.filename() == name; };
    if (std::ranges::any_of(studies_, ours)) continue;
    throw StudyRefused(fmt::format("{} holds another comparison: {} is no study of this one.\n{}",
                                   folder_.string(), name, kWayOut));
  }
}

}  // namespace fieldtwin

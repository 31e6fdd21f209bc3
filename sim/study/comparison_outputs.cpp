#include "sim/study/comparison_outputs.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "metrics/comparison.hpp"
#include "metrics/report/report_page.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/comparison_directory.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/read_study.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

std::vector<ComparedStudy> read_studies(const ComparisonParts& parts) {
  std::vector<ComparedStudy> studies;
  for (std::size_t i = 0; i < parts.studies.size(); ++i) {
    ResultStore store = results_of_study(parts.studies[i]);
    try {
      studies.push_back({parts.names[i], StudyData(store, parts.replications)});
    } catch (const StoreError& error) {
      throw StudyRefused(error.what());
    }
  }
  return studies;
}

}  // namespace

std::string write_comparison(const ComparisonParts& parts) {
  std::vector<ComparedScenario> scenarios;
  for (std::size_t i = 0; i < parts.studies.size(); ++i) {
    scenarios.push_back({parts.names[i], parts.studies[i].filename().string(),
                         scenario_of_study(parts.studies[i])});
  }
  std::vector<ComparedStudy> studies = read_studies(parts);
  const ComparedStudy base = std::move(studies.front());
  studies.erase(studies.begin());
  const std::string comparison = comparison_json(base, studies, parts.selection);
  write_atomically(parts.folder / "report.html", comparison_html(comparison, scenarios));
  write_atomically(parts.folder / "compare.json", comparison);
  return comparison;
}

bool is_comparison(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "compare.json", ignored);
}

ComparisonParts parts_of_comparison(const fs::path& folder) {
  const Json json = Json::parse(read_text(folder / "compare.json"), nullptr, false);
  ComparisonParts parts{.folder = folder, .names = {}, .studies = {}, .selection = {}};
  try {
    parts.names.push_back(json.at("base").get<std::string>());
    for (const Json& name : json.at("alternatives")) parts.names.push_back(name.get<std::string>());
    parts.replications = json.at("replications").get<std::uint32_t>();
    if (json.contains("selection")) parts.selection = json.at("selection").dump();
  } catch (const Json::exception&) {
    throw StudyRefused(fmt::format("{} is no comparison. Run fieldtwin compare again.",
                                   (folder / "compare.json").string()));
  }
  parts.studies = ComparisonDirectory(folder, parts.names).studies();
  for (const fs::path& study : parts.studies) require_study(study);
  return parts;
}

}  // namespace fieldtwin

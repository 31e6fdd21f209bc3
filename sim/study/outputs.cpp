#include "sim/study/outputs.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "metrics/report/report_page.hpp"
#include "metrics/study_data.hpp"
#include "metrics/summary.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/identity.hpp"

namespace fieldtwin {

void write_outputs(const StudyDirectory& directory, const ResolvedScenario& scenario) {
  try {
    ResultStore store = ResultStore::open(directory.results());
    const StudyData study(store);
    write_atomically(directory.report(), report_html(study, scenario));
    write_atomically(directory.summary(), summary_json(study));
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
}

void require_study(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (std::filesystem::exists(folder / "results.sqlite", ignored)) return;
  throw StudyRefused(
      fmt::format("there is no study in {} (it has no results.sqlite). fieldtwin run makes one.",
                  folder.string()));
}

ResolvedScenario scenario_of(const StudyDirectory& directory) {
  try {
    const StudyIdentity there = ResultStore::open(directory.results()).identity();
    ResolvedScenario scenario = load_scenario(directory.resolved().string());
    scenario.scenario.name = there.scenario;
    return scenario;
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  } catch (const ScenarioErrors& error) {
    throw StudyRefused(fmt::format(
        "{} is not as it was written:\n{}\nRun the study's command again to have it written anew.",
        directory.resolved().string(), error.what()));
  }
}

std::optional<std::string> current_summary(const StudyDirectory& directory,
                                           std::uint32_t replications) {
  if (!std::filesystem::exists(directory.report())) return std::nullopt;
  const auto text = read_text(directory.summary());
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("replications", 0u) != replications) return std::nullopt;
  return text;
}

}  // namespace fieldtwin

#include "sim/study/read_study.hpp"

#include <fmt/format.h>

#include "sim/study/identity.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

void require_study(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / "results.sqlite", ignored)) return;
  throw StudyRefused(
      fmt::format("there is no study in {} (it has no results.sqlite). fieldtwin run makes one.",
                  folder.string()));
}

ResultStore results_of_study(const fs::path& folder) {
  try {
    return ResultStore::open(folder / "results.sqlite");
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

ResolvedScenario scenario_of_study(const fs::path& folder) {
  const fs::path file = folder / "resolved.yaml";
  try {
    return load_scenario(file.string());
  } catch (const ScenarioErrors& error) {
    throw StudyRefused(fmt::format(
        "{} cannot be read any more:\n{}\nRun the study's command again to have it written anew.",
        file.string(), error.what()));
  }
}

ResolvedScenario scenario_to_simulate_again(const fs::path& folder, const StudyIdentity& identity) {
  if (identity.version != program_version()) {
    throw StudyRefused(
        fmt::format("{} was simulated by fieldtwin {}, and this is {} (another version may tell "
                    "another story). Use that version, or run the study again.",
                    folder.string(), identity.version, program_version()));
  }
  ResolvedScenario scenario = scenario_of_study(folder);
  if (identity_of(scenario, identity.seed, RecordLevel::kNone).scenario_hash !=
      identity.scenario_hash) {
    throw StudyRefused(
        fmt::format("{} is not the scenario that gave the results (it or a table was changed). Run "
                    "the study's command again to have it written anew.",
                    (folder / "resolved.yaml").string()));
  }
  return scenario;
}

}  // namespace fieldtwin

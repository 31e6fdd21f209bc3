#pragma once
/// A study's files, to be read alone: nothing is locked, made or changed.

#include <filesystem>

#include "metrics/store/result_store.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {

/// Throws StudyRefused unless there is a results file in the folder.
void require_study(const std::filesystem::path& folder);

/// The folder's results.sqlite. Throws StudyRefused if it cannot be read.
ResultStore results_of_study(const std::filesystem::path& folder);

/// The folder's resolved.yaml. Throws StudyRefused if it cannot be read.
ResolvedScenario scenario_of_study(const std::filesystem::path& folder);

/// The same, and throws StudyRefused too if it is not the scenario that gave the results, or if
/// another version of the program gave them: for whoever simulates a part of the study again.
ResolvedScenario scenario_to_simulate_again(const std::filesystem::path& folder,
                                            const StudyIdentity& identity);

}  // namespace fieldtwin

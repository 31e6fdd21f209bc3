#pragma once
/// The files that are made from a study's results.

#include <cstdint>
#include <optional>
#include <string>

#include "scenarios/load.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {

/// Writes report.html and summary.json (last: it tells that both are there), from the results file
/// and the scenario's words alone. Throws DiskError.
void write_outputs(const StudyDirectory& directory, const ResolvedScenario& scenario);

/// Throws StudyRefused unless there is a results file in the folder.
void require_study(const std::filesystem::path& folder);

/// The scenario of a study directory, from its resolved.yaml. Throws StudyRefused if the directory
/// holds no study or the file was changed by hand.
ResolvedScenario scenario_of(const StudyDirectory& directory);

/// The text of summary.json; nothing if it is not there, or not of so many replications, so that
/// the outputs have to be written.
std::optional<std::string> current_summary(const StudyDirectory& directory,
                                           std::uint32_t replications);

}  // namespace fieldtwin

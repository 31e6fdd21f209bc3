#pragma once
/// A comparison run before the user's eyes.

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/load.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/study_options.hpp"

namespace fieldtwin {

/// Simulates a base and its alternatives, in this order, under the same luck; writes their studies
/// and compare.json, and prints the differences. `names` are distinct.
ExitCode compare_scenarios(const std::filesystem::path& folder,
                           const std::vector<std::string>& names,
                           const std::vector<ResolvedScenario>& scenarios,
                           const StudyOptions& options, Output output);

}  // namespace fieldtwin

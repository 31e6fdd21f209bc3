#pragma once
/// A comparison run before the user's eyes.

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/load.hpp"
#include "sim/cli/best_session.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/precision_session.hpp"
#include "sim/cli/study_options.hpp"

namespace fieldtwin {

/// What is asked for.
struct Comparison {
  std::filesystem::path folder;
  std::vector<std::string> names;           //!< distinct; the base, then its alternatives
  std::vector<ResolvedScenario> scenarios;  //!< in the same order
  StudyOptions study;
  PrecisionOptions precision;
  BestOptions best;
  Output output;
};

/// Simulates the scenarios under the same luck; writes their studies, compare.json and the page,
/// and prints the differences.
ExitCode compare_scenarios(const Comparison& asked);

}  // namespace fieldtwin

#pragma once
/// Options that several commands share.

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

/// Which scenario, and what of it is changed.
struct ScenarioOptions {
  std::string name;
  std::vector<std::string> overrides;

  /// `placeholder` stands for the scenario in the help.
  void add_to(CLI::App& command, const std::string& placeholder = "SCENARIO");
  /// Throws ScenarioErrors.
  /// Recorded encounters that cannot be used are named on standard error.
  ResolvedScenario load() const;
};

}  // namespace fieldtwin

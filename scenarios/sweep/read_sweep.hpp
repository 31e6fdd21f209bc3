#pragma once
/// A sweep's study from its file.

#include <string>
#include <vector>

#include "scenarios/sweep/sweep_study.hpp"

namespace fieldtwin {

/// Reads a study, named by its file or by its shipped name. `overrides` change its base scenario.
/// Its metrics have to be among `known_metrics`. Throws ScenarioErrors with everything that is
/// wrong, at its place. The form of a study: docs/sweep.md.
SweepStudy read_sweep(const std::string& name_or_file, const std::vector<std::string>& overrides,
                      const std::vector<std::string>& known_metrics,
                      const LoadOptions& options = {});

/// The same for a study in memory; `name` stands for its file in messages.
SweepStudy read_sweep_text(const std::string& text, const std::string& name,
                           const std::vector<std::string>& overrides,
                           const std::vector<std::string>& known_metrics,
                           const LoadOptions& options = {});

}  // namespace fieldtwin

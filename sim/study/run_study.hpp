#pragma once
/// A study from its plan to its results file.

#include <filesystem>

#include "scenarios/load.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// A plan of one study, whose folder is the plan's; see run_plan. Simulates what the folder's
/// results file lacks of the first `replications` replications, and adds it.
StudyRun run_study(const std::filesystem::path& folder, const ResolvedScenario& scenario,
                   const StudyRequest& request, const Simulate& simulate,
                   const std::function<void(const StudyProgress&)>& tell);

}  // namespace fieldtwin

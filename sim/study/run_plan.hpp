#pragma once
/// A plan worked off.

#include <functional>
#include <memory>
#include <vector>

#include "sim/study/executor.hpp"
#include "sim/study/study_plan.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// Who works.
struct WorkForce {
  unsigned jobs = 1;  //!< processes at a time, on this machine
  /// Makes an executor to be used instead of those, if it returns one.
  std::function<std::unique_ptr<Executor>(const StudyPlan&)> others = {};
};

/// What was done.
struct PlanRun {
  WorkersEnd end = WorkersEnd::kDone;
  std::vector<StudyRun> studies;  //!< by number
  StudyProgress progress;         //!< of all together
  WorkersUsage usage;             //!< of all together

  bool is_whole() const { return progress.finished >= progress.planned; }
};

/// Simulates what the studies of a plan lack of the replications that were asked for, and adds it
/// to their results. What a killed run left finished is used. The results depend neither on who
/// works nor on how often the work was interrupted. A task whose process crashes costs itself, and
/// is tried again by the next run. `tell` hears of the progress of all, several times a second.
///
/// Memory and open files depend on the number of jobs, not on that of studies or replications.
///
/// Throws StudyRefused if another process works in the folder of a study, DiskError if one cannot
/// be written.
PlanRun run_plan(StudyPlan& plan, const WorkForce& force, const Simulate& simulate,
                 const std::function<void(const StudyProgress&)>& tell);

}  // namespace fieldtwin

#pragma once
/// A plan worked off before the user's eyes: progress, the files, and how it ended.

#include "sim/cli/exit_code.hpp"
#include "sim/study/run_plan.hpp"

namespace fieldtwin {

/// How much is told on standard error.
enum class Talk { kProgress, kQuiet };

/// Which files each study gets beside its results.sqlite and resolved.yaml.
enum class StudyOutputs {
  kWritten,  //!< summary.json, report.html and run.json, unless they are there already
  kNone,     //!< a design of hundreds of points is reported as one
};

/// What came of it.
struct StudySession {
  ExitCode code = ExitCode::kDone;  //!< unless done, the reason was printed
  bool has_results = true;          //!< of all studies; else the command ends with the code
  PlanRun run;
};

/// Simulates what the plan's studies lack, and writes their files; under mpirun with the processes
/// that it started, and else with the force given. Throws what run_plan and write_outputs throw.
/// May be called again after the plan has grown.
StudySession hold_session(StudyPlan& plan, const WorkForce& force, Talk talk, StudyOutputs outputs);

}  // namespace fieldtwin

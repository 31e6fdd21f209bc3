#include "sim/cli/study_session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "agents/replication.hpp"
#include "matcher/interface/models.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/mpi/mpi_world.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/run_record.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kNamedFailures = 10;

ProgressDisplay::Mode progress_mode(Talk talk) {
  if (talk == Talk::kQuiet) return ProgressDisplay::Mode::kQuiet;
  return is_terminal(Stream::kError) ? ProgressDisplay::Mode::kBar : ProgressDisplay::Mode::kLines;
}

/// Under mpirun, its processes instead of this machine's.
WorkForce with_mpi(WorkForce force) {
  force.others = mpi_executor;
  if (const unsigned workers = mpi_workers(); workers > 0) force.jobs = workers;
  return force;
}

/// Throws ModelsMissing before anything is begun that could not be finished.
void check_faces(const StudyPlan& plan) {
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const Scenario& scenario = plan.study(i).scenario.scenario;
    if (scenario.matcher.fidelity != MatcherFidelity::kImage) continue;
    const std::string missing = what_is_missing_for(scenario);
    if (!missing.empty()) throw ModelsMissing("matcher.fidelity is image, but " + missing);
    return;  // all need the same
  }
}

PlanRun run_with_progress(StudyPlan& plan, const WorkForce& force, Talk talk) {
  check_faces(plan);
  ProgressDisplay display(progress_mode(talk));
  return run_plan(plan, force, kSimulateReplication,
                  [&display](const StudyProgress& progress) { display.show(progress); });
}

/// `of precinct`, where a plan has several studies.
std::string whose(const StudyPlan& plan, const TaskFailure& failure) {
  const PlannedStudy& study = plan.study(failure.task.study);
  return study.name.empty() ? "" : fmt::format(" of {}", study.name);
}

void name_failures(const StudyPlan& plan, const PlanRun& run) {
  std::size_t named = 0, all = 0;
  for (const StudyRun& study : run.studies) {
    all += study.failures.size();
    for (const TaskFailure& failure : study.failures) {
      if (named++ >= kNamedFailures) break;
      print_error(fmt::format("replication {}{}, seed {}, failed: {}", failure.task.replication,
                              whose(plan, failure), plan.study(failure.task.study).seed,
                              failure.what));
    }
  }
  if (all > kNamedFailures) print_error(fmt::format("and {} more", all - kNamedFailures));
}

/// Says how an unfinished run ended, and how it goes on.
ExitCode explain_end(const StudyPlan& plan, const PlanRun& run) {
  const auto failed = [](const StudyRun& study) { return !study.failures.empty(); };
  if (run.end == WorkersEnd::kDiskRefused) {
    print_error(std::ranges::find_if(run.studies, failed)->failures.front().what);
  } else {
    name_failures(plan, run);
  }
  fmt::print(stderr,
             "{} of {} replications are finished and kept in {}; the same command goes on from "
             "there.\n",
             run.progress.finished, run.progress.planned, plan.folder().string());
  return run.end == WorkersEnd::kInterrupted ? ExitCode::kInterrupted : ExitCode::kFailed;
}

bool has_outputs(const StudyPlan& plan, std::size_t i, const StudyRun& run) {
  return run.progress.simulated == 0 &&
         current_summary(plan.files(i), run.progress.finished).has_value();
}

/// Writes what a study's folder lacks.
void write_files(const StudyPlan& plan, std::size_t i, const StudyRun& run, unsigned jobs,
                 const std::string& precision) {
  const PlannedStudy& study = plan.study(i);
  const bool untouched = !std::filesystem::exists(plan.files(i).results());  // nothing began
  if (untouched || (has_outputs(plan, i, run) && precision.empty())) return;
  const StudyRequest request{
      .seed = study.seed, .record = study.record, .replications = study.replications, .jobs = jobs};
  const RunRecordParts parts{.precision = precision,
                             .recorded = study.scenario.scenario.tables.recorded.get()};
  write_atomically(plan.files(i).run_record(), run_record(run, request, parts));
  if (has_outputs(plan, i, run)) return;
  if (run.progress.finished == run.progress.planned) write_outputs(plan.files(i));
}

void say_if_nothing_was_done(const StudyPlan& plan, const PlanRun& run) {
  for (std::size_t i = 0; i < plan.size(); ++i) {
    if (!has_outputs(plan, i, run.studies[i])) return;
  }
  fmt::print(stderr, "{} holds all {} replications already: nothing to do.\n",
             plan.folder().string(), run.progress.finished);
}

/// Says what a share has come to, and who goes on.
void explain_share(const StudyPlan& plan, const PlanRun& run) {
  fmt::print(
      stderr,
      "shard {}/{}: its part of {} is done ({} replications) and left there to be merged; once "
      "all shards are done, the same command without --shard does that.\n",
      plan.share().index, plan.share().of, plan.folder().string(), run.progress.finished);
}

}  // namespace

StudySession hold_session(StudyPlan& plan, const WorkForce& local, Talk talk,
                          StudyOutputs outputs) {
  const WorkForce force = with_mpi(local);
  StudySession session{.run = run_with_progress(plan, force, talk)};
  const bool here = plan.share().is_all();
  session.has_results = here && session.run.is_whole();
  if (here && outputs == StudyOutputs::kWritten) {
    session.code = conclude_session(plan, session.run, force, talk);
  } else if (!session.run.is_whole()) {
    session.code = explain_end(plan, session.run);
  } else if (!here && talk == Talk::kProgress) {
    explain_share(plan, session.run);
  }
  return session;
}

unsigned session_jobs(const WorkForce& force) {
  return with_mpi(force).jobs;
}

ExitCode conclude_session(const StudyPlan& plan, const PlanRun& run, const WorkForce& force,
                          Talk talk, const std::string& precision) {
  if (talk == Talk::kProgress) say_if_nothing_was_done(plan, run);
  for (std::size_t i = 0; i < plan.size(); ++i) {
    write_files(plan, i, run.studies[i], session_jobs(force), precision);
  }
  return run.is_whole() ? ExitCode::kDone : explain_end(plan, run);
}

}  // namespace fieldtwin

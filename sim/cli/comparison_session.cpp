#include "sim/cli/comparison_session.hpp"

#include <fmt/format.h>

#include <CLI/Error.hpp>

#include "sim/cli/comparison_table.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/comparison_directory.hpp"
#include "sim/study/comparison_outputs.hpp"
#include "sim/study/run_record.hpp"

namespace fieldtwin {
namespace {

/// What was simulated, and by what rule.
struct Simulated {
  ExitCode code = ExitCode::kDone;
  bool has_results = true;         //!< else the command ends with the code
  std::uint32_t replications = 0;  //!< that every study has at least
  std::string selection;           //!< see ComparisonParts
  std::string precision;           //!< for run.json
  PlanRun run;
};

Simulated simulate(const Comparison& asked, StudyPlan& plan, const StudyRequest& request,
                   const std::vector<std::string>& names) {
  const WorkForce force{.jobs = request.jobs};
  const Talk talk = asked.study.talk();
  if (!asked.precision.are_given() && !asked.best.are_given()) {
    StudySession session = hold_session(plan, force, talk, StudyOutputs::kWritten);
    return {session.code, session.has_results,   request.replications, {},
            {},           std::move(session.run)};
  }
  Batches batches(plan, force, talk);
  Simulated done;
  if (asked.best.are_given()) {
    BestSession session = simulate_to_best(batches, asked.best.question(), request.replications,
                                           asked.precision.at_most, names);
    done.code = session.code;
    done.replications = session.replications;
    done.selection = std::move(session.selection);
  } else {
    PrecisionSession session = simulate_to_precision(batches, asked.precision, names);
    done.code = session.code;
    done.replications = session.replications;
    done.precision = std::move(session.record);
  }
  done.run = batches.run();
  if (done.code == ExitCode::kDone) {
    done.code = conclude_session(plan, done.run, force, Talk::kQuiet);
  }
  done.has_results = done.code == ExitCode::kDone;
  return done;
}

/// The comparison's own run.json, about all of its studies; that of a run that simulated something
/// is left as it is by one that did not.
void write_run_record(const ComparisonDirectory& directory, const StudyRequest& request,
                      const Simulated& done) {
  const std::filesystem::path file = directory.folder() / "run.json";
  const bool nothing_new = done.run.progress.simulated == 0 && done.precision.empty();
  if (nothing_new && std::filesystem::exists(file)) return;
  const StudyRun all{
      .end = done.run.end, .failures = {}, .usage = done.run.usage, .progress = done.run.progress};
  StudyRequest asked = request;
  asked.jobs = session_jobs({.jobs = request.jobs});
  write_atomically(file, run_record(all, asked, {.precision = done.precision}));
}

void print_results(const Comparison& asked, const ComparisonDirectory& directory,
                   const Simulated& done, const std::string& comparison) {
  if (asked.output == Output::kJson) {
    fmt::print("{}", comparison);
    return;
  }
  fmt::print(
      "{} pair{} of replications under the same luck, seed {}\n\n{}"
      "* real: the interval excludes 0\n\n{}report       {}\nall metrics  {}\n",
      done.replications, done.replications == 1 ? "" : "s", asked.study.seed,
      comparison_tables(comparison),
      done.selection.empty() ? "" : selection_table(done.selection) + "\n",
      (directory.folder() / "report.html").string(), directory.comparison().string());
}

/// The first stage of a selection has to tell how much the scenarios vary.
constexpr std::uint32_t kLeastFirstStage = 5;

}  // namespace

ExitCode compare_scenarios(const Comparison& asked) {
  const ComparisonDirectory directory(asked.folder, asked.names);
  const StudyRequest request =
      asked.study.request(asked.scenarios.front().scenario, RecordLevel::kCases);
  if (asked.best.are_given()) {
    asked.best.question();
    if (request.replications < kLeastFirstStage) {
      throw CLI::ValidationError("--best", fmt::format("a first stage of {} replications is too "
                                                       "short; it takes {} (-n).",
                                                       request.replications, kLeastFirstStage));
    }
  }
  directory.refuse_others(asked.scenarios, request);

  StudyPlan plan(directory.folder(), asked.study.share);
  for (std::size_t i = 0; i < asked.scenarios.size(); ++i) {
    plan.add({.name = directory.studies()[i].filename(),
              .scenario = asked.scenarios[i],
              .seed = request.seed,
              .record = request.record,
              .replications = asked.precision.are_given() ? 1 : request.replications});
  }
  const Simulated done = simulate(asked, plan, request, asked.names);
  if (!done.has_results) return done.code;
  const std::string comparison = write_comparison({.folder = directory.folder(),
                                                   .names = asked.names,
                                                   .studies = directory.studies(),
                                                   .replications = done.replications,
                                                   .selection = done.selection});
  write_run_record(directory, request, done);
  print_results(asked, directory, done, comparison);
  return ExitCode::kDone;
}

}  // namespace fieldtwin

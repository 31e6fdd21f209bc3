#include "sim/cli/study_session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "agents/replication.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/run_record.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kNamedFailures = 10;

ProgressDisplay::Mode progress_mode(Talk talk) {
  if (talk == Talk::kQuiet) return ProgressDisplay::Mode::kQuiet;
  return is_terminal(Stream::kError) ? ProgressDisplay::Mode::kBar : ProgressDisplay::Mode::kLines;
}

StudyRun run_with_progress(const StudyDirectory& directory, const ResolvedScenario& scenario,
                           const StudyRequest& request, Talk talk) {
  ProgressDisplay display(progress_mode(talk));
  const auto simulate = [](const Scenario& of, std::uint64_t seed, std::uint32_t replication,
                           RecordLevel record, const CaseSink& keep) {
    return simulate_replication(of, seed, replication, record, keep);
  };
  return run_study(directory, scenario, request, simulate,
                   [&display](const StudyProgress& progress) { display.show(progress); });
}

void name_failures(const StudyRun& run, const StudyRequest& request) {
  for (std::size_t i = 0; i < std::min(run.failures.size(), kNamedFailures); ++i) {
    const auto& failure = run.failures[i];
    print_error(fmt::format("replication {} of seed {} failed: {}", failure.task.replication,
                            request.seed, failure.what));
  }
  if (run.failures.size() > kNamedFailures) {
    print_error(fmt::format("and {} more", run.failures.size() - kNamedFailures));
  }
}

/// Says how an unfinished run ended, and how it goes on.
ExitCode explain_end(const StudyRun& run, const StudyRequest& request,
                     const StudyDirectory& directory) {
  if (run.end == WorkersEnd::kDiskRefused) {
    print_error(run.failures.front().what);
  } else {
    name_failures(run, request);
  }
  fmt::print(stderr,
             "{} of {} replications are finished and kept in {}; the same command goes on from "
             "there.\n",
             run.progress.finished, run.progress.planned, directory.folder().string());
  return run.end == WorkersEnd::kInterrupted ? ExitCode::kInterrupted : ExitCode::kFailed;
}

}  // namespace

StudySession hold_session(const StudyDirectory& directory, const ResolvedScenario& scenario,
                          const StudyRequest& request, Talk talk) {
  const StudyRun run = run_with_progress(directory, scenario, request, talk);
  const std::uint32_t finished = run.progress.finished;
  const bool whole = finished == run.progress.planned;
  auto summary = whole ? current_summary(directory, finished) : std::nullopt;
  const bool nothing_new = summary.has_value() && run.progress.simulated == 0;
  if (!nothing_new) write_atomically(directory.run_record(), run_record(run, request));
  if (!whole) return {explain_end(run, request, directory), finished, {}};

  if (nothing_new && talk == Talk::kProgress) {
    fmt::print(stderr, "{} holds all {} replications already: nothing to do.\n",
               directory.folder().string(), finished);
  }
  if (!nothing_new) {
    write_outputs(directory);
    summary = current_summary(directory, finished);
  }
  return {ExitCode::kDone, finished, summary.value()};
}

}  // namespace fieldtwin

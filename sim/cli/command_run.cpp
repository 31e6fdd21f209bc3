#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "agents/replication.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/run_record.hpp"
#include "sim/study/run_study.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint32_t kMostReplications = 999'999;
constexpr unsigned kMostJobs = 1024;
constexpr std::size_t kNamedFailures = 10;

struct Options {
  ScenarioOptions scenario;
  std::string directory;
  std::optional<std::uint32_t> replications;
  std::uint64_t seed = 1;
  unsigned jobs = available_cores();
  std::string record = "cases";
  bool quiet = false;
  bool json = false;
};

RecordLevel record_level(std::string_view name) {
  for (const RecordLevel level : {RecordLevel::kNone, RecordLevel::kAll}) {
    if (name == name_of(level)) return level;
  }
  return RecordLevel::kCases;
}

StudyRequest request_of(const Options& options, const Scenario& scenario) {
  const auto usual = static_cast<std::uint32_t>(scenario.run.replications.mean().value());
  return {.seed = options.seed,
          .record = record_level(options.record),
          .replications = options.replications.value_or(usual),
          .jobs = options.jobs};
}

ProgressDisplay::Mode progress_mode(const Options& options) {
  if (options.quiet) return ProgressDisplay::Mode::kQuiet;
  return is_terminal(Stream::kError) ? ProgressDisplay::Mode::kBar : ProgressDisplay::Mode::kLines;
}

StudyRun run_with_progress(const Options& options, const StudyDirectory& directory,
                           const ResolvedScenario& scenario, const StudyRequest& request) {
  ProgressDisplay display(progress_mode(options));
  return run_study(directory, scenario, request, simulate_replication,
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

void print_results(const Options& options, const StudyDirectory& directory,
                   const Scenario& scenario, const StudyRequest& request,
                   const std::string& summary, std::uint32_t replications) {
  if (options.json) {
    fmt::print("{}", summary);
    return;
  }
  fmt::print("{}: {} replication{}, seed {}\n\n{}\nreport   {}\nresults  {}\n",
             in_bold(Stream::kOut, scenario.name), replications, replications == 1 ? "" : "s",
             request.seed, headline_table(summary), directory.report().string(),
             directory.results().string());
}

ExitCode run(const Options& options) {
  const ResolvedScenario resolved = options.scenario.load();
  const StudyRequest request = request_of(options, resolved.scenario);
  const StudyDirectory directory(
      options.directory.empty() ? std::filesystem::path("fieldtwin-out") / resolved.scenario.name
                                : std::filesystem::path(options.directory));
  const StudyRun run = run_with_progress(options, directory, resolved, request);
  const std::uint32_t finished = run.progress.finished;
  const bool whole = finished == run.progress.planned;
  auto summary = whole ? current_summary(directory, finished) : std::nullopt;
  const bool nothing_new = summary.has_value() && run.progress.simulated == 0;
  if (!nothing_new) write_atomically(directory.run_record(), run_record(run, request));
  if (!whole) return explain_end(run, request, directory);

  if (nothing_new && !options.quiet) {
    fmt::print(stderr, "{} holds all {} replications already: nothing to do.\n",
               directory.folder().string(), finished);
  }
  if (!nothing_new) {
    write_outputs(directory, resolved);
    summary = current_summary(directory, finished);
  }
  print_results(options, directory, resolved.scenario, request, summary.value(), finished);
  return ExitCode::kDone;
}

void add_options(CLI::App& command, Options& options) {
  const std::map<std::string, RecordLevel> levels{
      {"none", RecordLevel::kNone}, {"cases", RecordLevel::kCases}, {"all", RecordLevel::kAll}};
  options.scenario.add_to(command);
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the study; without it fieldtwin-out/NAME")
      ->type_name("DIR");
  command
      .add_option("-n,--replications", options.replications,
                  "How many times to simulate the period; without it as the scenario says")
      ->type_name("N")
      ->check(CLI::Range(1u, kMostReplications));
  command.add_option("--seed", options.seed, "Seed of all randomness")
      ->type_name("S")
      ->capture_default_str();
  command.add_option("-j,--jobs", options.jobs, "Processes at a time; without it all cores")
      ->type_name("J")
      ->check(CLI::Range(1u, kMostJobs));
  command
      .add_option("--record", options.record,
                  "Encounters to keep whole: wrongful holds and prolonged stops, all, or none")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"cases", "all", "none"}));
  command.add_flag("-q,--quiet", options.quiet, "No progress");
  command.add_flag("--json", options.json, "Print summary.json instead of the table");
}

}  // namespace

void add_run_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("run", "Simulate a scenario and report it");
  add_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  fieldtwin run precinct\n"
      "  fieldtwin run national-day -n 50 -o out/monday\n"
      "  fieldtwin run my-county.yaml --set 'ice.agents_day=12' -o out/more-agents\n"
      "The directory gets results.sqlite, summary.json, report.html, resolved.yaml and run.json.\n"
      "Ctrl-C keeps what is finished; the same command goes on from there, and a larger -n adds\n"
      "replications. A directory of another study is never overwritten.");
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace fieldtwin

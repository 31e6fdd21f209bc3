#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/cli/best_session.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/comparison_table.hpp"
#include "sim/cli/precision_session.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/comparison_directory.hpp"
#include "sim/study/comparison_outputs.hpp"
#include "sim/study/run_record.hpp"

namespace fieldtwin {
namespace {

struct Options {
  ScenarioOptions base;  //!< what it changes is changed in the alternatives too
  std::vector<std::string> alternatives;
  StudyOptions study;
  PrecisionOptions precision;
  BestOptions best;
  std::string directory;
  bool json = false;
};

/// The base, then the alternatives.
std::vector<ResolvedScenario> load_all(const Options& options) {
  std::vector<ResolvedScenario> scenarios{options.base.load()};
  for (const std::string& alternative : options.alternatives) {
    scenarios.push_back(load_scenario(alternative, options.base.overrides));
  }
  return scenarios;
}

std::vector<std::string> names_of(const std::vector<ResolvedScenario>& scenarios) {
  std::vector<std::string> alternatives;
  for (std::size_t i = 1; i < scenarios.size(); ++i) {
    alternatives.push_back(scenarios[i].scenario.name);
  }
  std::vector<std::string> names = distinct_names(alternatives);
  names.insert(names.begin(), scenarios.front().scenario.name);
  return names;
}

std::filesystem::path folder_of(const Options& options, const std::vector<std::string>& names) {
  if (!options.directory.empty()) return options.directory;
  return std::filesystem::path("fieldtwin-out") / fmt::format("{}", fmt::join(names, "-vs-"));
}

/// What was simulated, and by what rule.
struct Simulated {
  ExitCode code = ExitCode::kDone;
  bool has_results = true;         //!< else the command ends with the code
  std::uint32_t replications = 0;  //!< that every study has at least
  std::string selection;           //!< see ComparisonParts
  std::string precision;           //!< for run.json
  PlanRun run;
};

Simulated simulate(const Options& options, StudyPlan& plan, const StudyRequest& request,
                   const std::vector<std::string>& names) {
  const WorkForce force{.jobs = request.jobs};
  const Talk talk = options.study.talk();
  if (!options.precision.are_given() && !options.best.are_given()) {
    StudySession session = hold_session(plan, force, talk, StudyOutputs::kWritten);
    return {session.code, session.has_results,   request.replications, {},
            {},           std::move(session.run)};
  }
  Batches batches(plan, force, talk);
  Simulated done;
  if (options.best.are_given()) {
    BestSession session = simulate_to_best(batches, options.best.question(), request.replications,
                                           options.precision.at_most, names);
    done.code = session.code;
    done.replications = session.replications;
    done.selection = std::move(session.selection);
  } else {
    PrecisionSession session = simulate_to_precision(batches, options.precision, names);
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
  write_atomically(file, run_record(all, asked, done.precision));
}

void print_results(const Options& options, const ComparisonDirectory& directory,
                   const Simulated& done, const std::string& comparison) {
  if (options.json) {
    fmt::print("{}", comparison);
    return;
  }
  fmt::print(
      "{} pair{} of replications under the same luck, seed {}\n\n{}"
      "* real: the interval excludes 0\n\n{}report       {}\nall metrics  {}\n",
      done.replications, done.replications == 1 ? "" : "s", options.study.seed,
      comparison_tables(comparison),
      done.selection.empty() ? "" : selection_table(done.selection) + "\n",
      (directory.folder() / "report.html").string(), directory.comparison().string());
}

/// The first stage of a selection has to tell how much the scenarios vary.
constexpr std::uint32_t kLeastFirstStage = 5;

ExitCode compare(const Options& options) {
  const std::vector<ResolvedScenario> scenarios = load_all(options);
  const std::vector<std::string> names = names_of(scenarios);
  const ComparisonDirectory directory(folder_of(options, names), names);
  const StudyRequest request =
      options.study.request(scenarios.front().scenario, RecordLevel::kCases);
  if (options.best.are_given()) {
    options.best.question();
    if (request.replications < kLeastFirstStage) {
      throw CLI::ValidationError("--best", fmt::format("a first stage of {} replications is too "
                                                       "short; it takes {} (-n).",
                                                       request.replications, kLeastFirstStage));
    }
  }
  directory.refuse_others(scenarios, request);

  StudyPlan plan(directory.folder(), options.study.share);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    plan.add({.name = directory.studies()[i].filename(),
              .scenario = scenarios[i],
              .seed = request.seed,
              .record = request.record,
              .replications = options.precision.are_given() ? 1 : request.replications});
  }
  const Simulated done = simulate(options, plan, request, names);
  if (!done.has_results) return done.code;
  const std::string comparison = write_comparison({.folder = directory.folder(),
                                                   .names = names,
                                                   .studies = directory.studies(),
                                                   .replications = done.replications,
                                                   .selection = done.selection});
  write_run_record(directory, request, done);
  print_results(options, directory, done, comparison);
  return ExitCode::kDone;
}

void add_options(CLI::App& command, Options& options) {
  options.base.add_to(command, "BASE");
  command.add_option("ALT", options.alternatives, "Scenarios to compare with it")->required();
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the comparison; without it fieldtwin-out/BASE-vs-ALT")
      ->type_name("DIR");
  options.study.add_to(command);
  options.precision.add_to(command);
  options.best.add_to(command);
  command.get_option("--precision")->excludes("--replications")->excludes("--best");
  options.study.add_share_to(command);
  for (const char* rule : {"--precision", "--best"}) {
    command.get_option(rule)->excludes("--shard");
  }
  command.add_flag("--json", options.json, "Print compare.json instead of the tables");
}

}  // namespace

void add_compare_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("compare", "Simulate scenarios under the same luck and compare them");
  add_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  fieldtwin compare precinct more-agents.yaml\n"
      "  fieldtwin compare national-day opt-out.yaml review.yaml -n 50 -o out/policies\n"
      "  fieldtwin compare national-day opt-out.yaml review.yaml --precision 5%\n"
      "  fieldtwin compare a.yaml b.yaml c.yaml --best latency.disposition_s.mean\n"
      "      --subject-to 'custody.wrongful.any.per_100k_scans<=300' --indifference 2%\n"
      "The directory gets report.html, compare.json and a study's directory for each scenario, "
      "DIR/01-BASE,\n"
      "DIR/02-ALT, ... What --set changes is changed in all. Without -n, as many replications as\n"
      "the base says. Ctrl-C keeps what is finished; the same command goes on from there, a\n"
      "larger -n adds replications, and further alternatives can be added at the end.");
  command->callback([options, &code] { code = compare(*options); });
}

}  // namespace fieldtwin

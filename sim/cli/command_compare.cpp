#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "metrics/comparison.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/comparison_table.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/comparison_directory.hpp"

namespace fieldtwin {
namespace {

struct Options {
  ScenarioOptions base;  //!< what it changes is changed in the alternatives too
  std::vector<std::string> alternatives;
  StudyOptions study;
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

void print_results(const Options& options, const ComparisonDirectory& directory,
                   const StudyRequest& request, const std::string& comparison) {
  if (options.json) {
    fmt::print("{}", comparison);
    return;
  }
  fmt::print(
      "{} pair{} of replications under the same luck, seed {}\n\n{}"
      "* real: the interval excludes 0\n\nall metrics  {}\n",
      request.replications, request.replications == 1 ? "" : "s", request.seed,
      comparison_tables(comparison), directory.comparison().string());
}

ExitCode compare(const Options& options) {
  const std::vector<ResolvedScenario> scenarios = load_all(options);
  const std::vector<std::string> names = names_of(scenarios);
  const ComparisonDirectory directory(folder_of(options, names), names);
  const StudyRequest request =
      options.study.request(scenarios.front().scenario, RecordLevel::kCases);
  directory.refuse_others(scenarios, request);

  StudyPlan plan(directory.folder(), options.study.share);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    plan.add({.name = directory.studies()[i].filename(),
              .scenario = scenarios[i],
              .seed = request.seed,
              .record = request.record,
              .replications = request.replications});
  }
  const StudySession session =
      hold_session(plan, {.jobs = request.jobs}, options.study.talk(), StudyOutputs::kWritten);
  if (!session.has_results) return session.code;
  std::vector<ComparedStudy> studies;
  for (std::size_t i = 0; i < plan.size(); ++i) studies.push_back({names[i], plan.data(i)});
  const ComparedStudy base = std::move(studies.front());
  studies.erase(studies.begin());
  const std::string comparison = comparison_json(base, studies);
  write_atomically(directory.comparison(), comparison);
  print_results(options, directory, request, comparison);
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
  options.study.add_share_to(command);
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
      "The directory gets compare.json and a study's directory for each scenario, DIR/01-BASE,\n"
      "DIR/02-ALT, ... What --set changes is changed in all. Without -n, as many replications as\n"
      "the base says. Ctrl-C keeps what is finished; the same command goes on from there, a\n"
      "larger -n adds replications, and further alternatives can be added at the end.");
  command->callback([options, &code] { code = compare(*options); });
}

}  // namespace fieldtwin

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/cli/best_session.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/comparison_session.hpp"
#include "sim/cli/precision_session.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/study/comparison_directory.hpp"

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

ExitCode compare(const Options& options) {
  const std::vector<ResolvedScenario> scenarios = load_all(options);
  const std::vector<std::string> names = names_of(scenarios);
  return compare_scenarios({.folder = folder_of(options, names),
                            .names = names,
                            .scenarios = scenarios,
                            .study = options.study,
                            .precision = options.precision,
                            .best = options.best,
                            .output = options.json ? Output::kJson : Output::kText});
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

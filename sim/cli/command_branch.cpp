#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/cli/commands.hpp"
#include "sim/cli/comparison_session.hpp"
#include "sim/cli/moment.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

struct Options {
  ScenarioOptions scenario;  //!< what it changes is changed from the time on, in the branch
  std::vector<std::string> both;
  std::vector<std::string> faults;
  std::string at;
  StudyOptions study;
  std::string directory;
  bool json = false;
};

Seconds time_of(const Options& options) {
  const auto time = parse_moment(options.at);
  if (time) return *time;
  throw StudyRefused(
      fmt::format("--at: '{}' is not a time of the period. Write 10:00, 10:00:30 or 'day 2 10:00'.",
                  options.at));
}

/// What is different in the branch, as overrides that say from when.
std::vector<std::string> overrides_of_branch(const Options& options, Seconds time) {
  std::vector<std::string> overrides = options.both;
  for (const std::string& assignment : options.scenario.overrides) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0) {
      overrides.push_back(assignment);  // it is refused for what it is
    } else {
      overrides.push_back(fmt::format("{}@{} s{}", assignment.substr(0, equals), time.value(),
                                      assignment.substr(equals)));
    }
  }
  for (const std::string& fault : options.faults) overrides.push_back("faults+=" + fault);
  return overrides;
}

/// A fault that begins before the branch would change the morning.
void refuse_early_faults(const Scenario& base, const Scenario& branch, Seconds time) {
  for (std::size_t i = base.faults.size(); i < branch.faults.size(); ++i) {
    if (branch.faults[i].from >= time) continue;
    throw StudyRefused(fmt::format(
        "a fault begins at {}, before the branch at {} (up to then nothing may differ). Let it "
        "begin later, or branch earlier.",
        moment_text(branch.faults[i].from), moment_text(time)));
  }
}

ExitCode branch(const Options& options) {
  const Seconds time = time_of(options);
  ScenarioOptions base_options = options.scenario;
  base_options.overrides = options.both;
  const ResolvedScenario base = base_options.load();
  if (time >= kDay * base.scenario.period.days.mean().value()) {
    throw StudyRefused(
        fmt::format("--at: {} comes after the end of the period (period.days is {:g}).", options.at,
                    base.scenario.period.days.mean().value()));
  }
  const ResolvedScenario other =
      load_scenario(options.scenario.name, overrides_of_branch(options, time));
  refuse_early_faults(base.scenario, other.scenario, time);
  const std::string name = base.scenario.name;
  const std::filesystem::path folder =
      options.directory.empty() ? std::filesystem::path("fieldtwin-out") / (name + "-branch")
                                : std::filesystem::path(options.directory);
  return compare_scenarios({.folder = folder,
                            .names = {name, "branch"},
                            .scenarios = {base, other},
                            .study = options.study,
                            .precision = {},
                            .best = {},
                            .output = options.json ? Output::kJson : Output::kText});
}

void add_options(CLI::App& command, Options& options) {
  options.scenario.add_to(command);
  command
      .add_option("--at", options.at,
                  "When the two part, Eastern time: 10:00, 10:00:30 or 'day 2 10:00'")
      ->type_name("TIME")
      ->required();
  command
      .add_option("--fault", options.faults,
                  "A fault from that time or later, as in a scenario file: "
                  "'{target: login, from: 10 h, until: 12 h, capacity: 0 %}'")
      ->type_name("FAULT")
      ->allow_extra_args(false);
  command
      .add_option("--both", options.both, "Change a parameter in both, from the start: path=value")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the comparison; without it fieldtwin-out/NAME-branch")
      ->type_name("DIR");
  options.study.add_to(command);
  options.study.add_share_to(command);
  command.add_flag("--json", options.json, "Print compare.json instead of the tables");
}

}  // namespace

void add_branch_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "branch", "Let a scenario go another way from a time on, and compare the two");
  add_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  fieldtwin branch national-day --at 10:00 --set ice.agents_day=30\n"
      "  fieldtwin branch precinct --at 12:00 --set 'policy.stop_limit=10 min' -n 50\n"
      "  fieldtwin branch precinct --at 18:00 \\\n"
      "      --fault '{target: login, from: 18 h, until: 20 h, capacity: 0 %}'\n"
      "Up to that time everything that happens is the same in both, draw by draw. What --set "
      "changes\n"
      "is changed from then on. The directory is that of a comparison: see fieldtwin compare "
      "--help.");
  command->callback([options, &code] { code = branch(*options); });
}

}  // namespace fieldtwin

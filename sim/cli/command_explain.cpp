#include <CLI/App.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "metrics/report/stress.hpp"
#include "scenarios/describe/explain.hpp"
#include "scenarios/describe/explain_study.hpp"
#include "scenarios/study_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_files.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/identity.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kWidest = 110;  // longer lines are hard to read

struct Options {
  ScenarioOptions scenario;
  bool json = false;
  bool stress = false;
};

/// The checklist of a study that is not run yet.
std::string stress_of(const ResolvedScenario& scenario, const Options& options) {
  const auto replications =
      static_cast<std::uint32_t>(scenario.scenario.run.replications.mean().value());
  const auto checklist = stress_checklist(scenario, {program_version(), replications, {}});
  if (options.json) return stress_json_text(checklist);
  return stress_text(checklist, std::min(kWidest, terminal_width(Stream::kOut)));
}

/// A study of a scenario: what it varies, not the parameters of its base.
void explain_study(const Options& options, StudyKind kind) {
  const StudyFacts facts = facts_of_file(options.scenario.name, options.scenario.overrides, kind);
  if (options.json) {
    explain_json(facts, std::cout);
  } else {
    explain_text(facts, std::min(kWidest, terminal_width(Stream::kOut)), std::cout);
  }
}

void explain(const Options& options) {
  if (const auto kind = kind_of_study(options.scenario.name); kind && !options.stress) {
    explain_study(options, *kind);
    return;
  }
  const ResolvedScenario resolved = options.scenario.load();
  if (options.stress) {
    std::cout << stress_of(resolved, options);
  } else if (options.json) {
    explain_json(resolved, std::cout);
  } else {
    explain_text(resolved, std::min(kWidest, terminal_width(Stream::kOut)), std::cout);
  }
}

}  // namespace

void add_explain_command(CLI::App& app, ExitCode&) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "explain", "Show every parameter of a scenario (value, meaning, source or assumption), or a study");
  options->scenario.add_to(*command);
  command->add_flag("--json", options->json, "Print it as JSON");
  command->add_flag("--stress", options->stress,
                    "Print the STRESS-DES checklist for reports of simulations, filled from it");
  command->footer(
      "Examples:\n"
      "  fieldtwin explain precinct\n"
      "  fieldtwin explain my-county.yaml --json\n"
      "  fieldtwin explain national-day --stress\n"
      "  fieldtwin explain threshold-sweep");
  command->callback([options] { explain(*options); });
}

}  // namespace fieldtwin

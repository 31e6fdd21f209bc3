#include <CLI/App.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "scenarios/describe/explain.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kWidest = 110;  // longer lines are hard to read

struct Options {
  ScenarioOptions scenario;
  bool json = false;
};

void explain(const Options& options) {
  const ResolvedScenario resolved = options.scenario.load();
  if (options.json) {
    explain_json(resolved, std::cout);
  } else {
    explain_text(resolved, std::min(kWidest, terminal_width(Stream::kOut)), std::cout);
  }
}

}  // namespace

void add_explain_command(CLI::App& app, ExitCode&) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "explain", "Show every parameter of a scenario: value, meaning, source or assumption");
  options->scenario.add_to(*command);
  command->add_flag("--json", options->json, "Print it as JSON");
  command->footer(
      "Examples:\n"
      "  fieldtwin explain precinct\n"
      "  fieldtwin explain my-county.yaml --json");
  command->callback([options] { explain(*options); });
}

}  // namespace fieldtwin

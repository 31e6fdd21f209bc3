#include "sim/cli/scenario_options.hpp"

#include <fmt/format.h>

#include "scenarios/recorded/recorded_encounters.hpp"

namespace fieldtwin {

void ScenarioOptions::add_to(CLI::App& command, const std::string& placeholder) {
  command
      .add_option(placeholder, name, "A shipped scenario's name (see fieldtwin list), or a file")
      ->required();
  command.add_option("--set", overrides, "Change a parameter: path=value, as in a scenario file")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
}

ResolvedScenario ScenarioOptions::load() const {
  ResolvedScenario resolved = load_scenario(name, overrides);
  if (const auto& recorded = resolved.scenario.tables.recorded) {
    fmt::print(stderr, "{}", bad_rows_text(*recorded));
  }
  return resolved;
}

}  // namespace fieldtwin

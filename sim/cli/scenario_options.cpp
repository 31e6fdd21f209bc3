#include "sim/cli/scenario_options.hpp"

namespace fieldtwin {

void ScenarioOptions::add_to(CLI::App& command, const std::string& placeholder) {
  command
      .add_option(placeholder, name, "A shipped scenario's name (see fieldtwin list), or a file")
      ->required();
  command.add_option("--set", overrides, "Change a parameter: path=value, as in a scenario file")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
}

}  // namespace fieldtwin

#include <CLI/App.hpp>
#include <iostream>

#include "scenarios/describe/schema.hpp"
#include "sim/cli/commands.hpp"

namespace fieldtwin {

void add_schema_command(CLI::App& app, ExitCode&) {
  CLI::App* command =
      app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
  command->footer(
      "Example:\n"
      "  fieldtwin schema > fieldtwin.schema.json\n"
      "and as the first line of a scenario file:\n"
      "  # yaml-language-server: $schema=fieldtwin.schema.json");
  command->callback([] { write_schema(std::cout); });
}

}  // namespace fieldtwin

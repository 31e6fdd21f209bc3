#include <CLI/App.hpp>

#include "sim/cli/commands.hpp"

namespace fieldtwin {

void add_matcher_command(CLI::App& app, ExitCode& code) {
  CLI::App* matcher =
      app.add_subcommand("matcher", "Make synthetic faces; try a face matcher on pictures");
  matcher->require_subcommand(1);
  add_matcher_synth_command(*matcher, code);
  matcher->footer(
      "Example:\n"
      "  fieldtwin matcher synth -n 200 --captures 4 -o faces\n"
      "fieldtwin matcher COMMAND --help tells more.");
}

}  // namespace fieldtwin

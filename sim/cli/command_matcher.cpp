#include <CLI/App.hpp>

#include "sim/cli/commands.hpp"

namespace fieldtwin {

void add_matcher_command(CLI::App& app, ExitCode& code) {
  CLI::App* matcher =
      app.add_subcommand("matcher", "Make synthetic faces; try a face matcher on pictures");
  matcher->require_subcommand(1);
  add_matcher_enroll_command(*matcher, code);
  add_matcher_identify_command(*matcher, code);
  add_matcher_evaluate_command(*matcher, code);
  add_matcher_bench_command(*matcher, code);
  add_matcher_synth_command(*matcher, code);
  add_matcher_fit_command(*matcher, code);
  add_matcher_populate_command(*matcher, code);
  add_matcher_calibrate_command(*matcher, code);
  matcher->footer(
      "Examples:\n"
      "  fieldtwin matcher synth -n 200 --captures 4 -o faces\n"
      "  fieldtwin matcher evaluate --dataset faces -o out/faces\n"
      "fieldtwin matcher COMMAND --help tells more.");
}

}  // namespace fieldtwin

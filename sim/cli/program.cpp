#include "sim/cli/program.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <stdlib.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "agents/replication.hpp"
#include "metrics/store/sqlite.hpp"
#include "scenarios/reader/error.hpp"
#include "scenarios/reader/suggest.hpp"
#include "matcher/interface/models.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/identity.hpp"
#include "sim/study/mpi/mpi_world.hpp"
#include "sim/study/study_files.hpp"

namespace fieldtwin {
namespace {

/// The command whose help answers the user's question.
const CLI::App& chosen_command(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : chosen_command(*commands.front());
}

/// "fieldtwin matcher synth".
std::string full_name(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : full_name(*parent) + " " + command.get_name();
}

std::vector<std::string> known_words(const CLI::App& command) {
  std::vector<std::string> words;
  for (const auto* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) words.push_back("--" + name);
  }
  for (const auto* sub : command.get_subcommands({})) words.push_back(sub->get_name());
  return words;
}

/// Says what is wrong with the command line, and what was probably meant.
void explain_usage(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = chosen_command(app);
  const bool none_chosen = !command.get_subcommands({}).empty();
  std::string message = error.what();
  if (const auto strangers = app.remaining(true); !strangers.empty()) {
    message = fmt::format("'{}' is not known here.", strangers.front());
    const auto meant = closest(strangers.front(), known_words(command));
    if (!meant.empty()) message += fmt::format(" Did you mean '{}'?", meant);
  } else if (none_chosen) {
    message = "a command is needed.";
  }
  print_error(fmt::format("{}\nSee {} --help.", message, full_name(command)));
}

void describe(CLI::App& app, ExitCode& code) {
  app.set_version_flag("--version", fmt::format("fieldtwin {}", program_version()));
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  app.footer(
      "Examples:\n"
      "  fieldtwin list\n"
      "  fieldtwin run precinct\n"
      "  fieldtwin run national-day -n 50 -o out/monday\n"
      "  fieldtwin compare precinct my-county.yaml -n 50\n"
      "  fieldtwin run precinct --set 'sign_in.idle_limit=5 min' -o out/short-sessions\n"
      "Ends with 0 when done, 1 when something failed, 2 for wrong usage or a broken scenario,\n"
      "130 when interrupted. Results go to standard output, progress and messages to standard\n"
      "error. fieldtwin COMMAND --help tells more.");
  add_run_command(app, code);
  add_compare_command(app, code);
  add_sweep_command(app, code);
  add_attribute_command(app, code);
  add_disparity_command(app, code);
  add_capacity_command(app, code);
  add_replay_command(app, code);
  add_branch_command(app, code);
  add_story_command(app, code);
  add_report_command(app, code);
  add_export_command(app, code);
  add_fit_delay_command(app, code);
  add_validate_command(app, code);
  add_explain_command(app, code);
  add_schema_command(app, code);
  add_matcher_command(app, code);
  add_list_command(app, code);
}

/// Reads the command line and runs the command.
int run_command(int argc, char** argv) {
  ExitCode code = ExitCode::kDone;
  CLI::App app(
      "Simulates field face identification under section 287(g): how long it takes,\n"
      "whom it holds wrongly and why, whose data it keeps. All people in it are made up.",
      "fieldtwin");
  try {
    describe(app, code);
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    explain_usage(app, error);
    code = ExitCode::kUsage;
  } catch (const ScenarioErrors& errors) {
    for (const auto& error : errors.errors()) fmt::print(stderr, "{}\n", to_string(error));
    code = ExitCode::kUsage;
  } catch (const StudyRefused& error) {
    print_error(error.what());
    code = ExitCode::kUsage;
  } catch (const ModelsMissing& error) {
    print_error(error.what());
    code = ExitCode::kUsage;
  } catch (const std::exception& error) {
    print_error(error.what());
    code = ExitCode::kFailed;
  }
  return static_cast<int>(code);
}

}  // namespace

int run_program(int argc, char** argv) {
  signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is a full disk, not a crash
  const auto world = launched();
  if (world) setenv("TERM", "dumb", 1);  // a launcher's terminals cannot rewrite a line
  if (!world || world->size == 1) return run_command(argc, argv);
  try {
    return run_in_mpi_world(*world, kSimulateReplication, [&] { return run_command(argc, argv); });
  } catch (const std::exception& error) {
    if (world->rank == 0) print_error(error.what());
    return static_cast<int>(ExitCode::kUsage);
  }
}

}  // namespace fieldtwin

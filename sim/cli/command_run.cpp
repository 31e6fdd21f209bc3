#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "sim/cli/commands.hpp"
#include "sim/cli/expected_table.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

struct Options {
  ScenarioOptions scenario;
  StudyOptions study;
  std::string directory;
  std::string record = "cases";
  bool json = false;
};

RecordLevel record_level(std::string_view name) {
  for (const RecordLevel level : {RecordLevel::kNone, RecordLevel::kAll}) {
    if (name == name_of(level)) return level;
  }
  return RecordLevel::kCases;
}

void print_results(const Options& options, const StudyDirectory& directory,
                   const Scenario& scenario, const StudySession& session) {
  if (options.json) {
    fmt::print("{}", session.summary);
    return;
  }
  fmt::print("{}: {} replication{}, seed {}\n\n{}\n{}\nreport   {}\nresults  {}\n",
             in_bold(Stream::kOut, scenario.name), session.finished,
             session.finished == 1 ? "" : "s", options.study.seed, headline_table(session.summary),
             expected_table(session.summary), directory.report().string(),
             directory.results().string());
}

ExitCode run(const Options& options) {
  const ResolvedScenario resolved = options.scenario.load();
  const StudyDirectory directory(
      options.directory.empty() ? std::filesystem::path("fieldtwin-out") / resolved.scenario.name
                                : std::filesystem::path(options.directory));
  const StudySession session = hold_session(
      directory, resolved, options.study.request(resolved.scenario, record_level(options.record)),
      options.study.quiet ? Talk::kQuiet : Talk::kProgress);
  if (session.code == ExitCode::kDone) {
    print_results(options, directory, resolved.scenario, session);
  }
  return session.code;
}

void add_options(CLI::App& command, Options& options) {
  options.scenario.add_to(command);
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the study; without it fieldtwin-out/NAME")
      ->type_name("DIR");
  options.study.add_to(command);
  command
      .add_option("--record", options.record,
                  "Encounters to keep whole: wrongful holds and prolonged stops, all, or none")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"cases", "all", "none"}));
  command.add_flag("--json", options.json, "Print summary.json instead of the table");
}

}  // namespace

void add_run_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("run", "Simulate a scenario and report it");
  add_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  fieldtwin run precinct\n"
      "  fieldtwin run national-day -n 50 -o out/monday\n"
      "  fieldtwin run my-county.yaml --set 'ice.agents_day=12' -o out/more-agents\n"
      "The directory gets results.sqlite, summary.json, report.html, resolved.yaml and run.json.\n"
      "Ctrl-C keeps what is finished; the same command goes on from there, and a larger -n adds\n"
      "replications. A directory of another study is never overwritten.");
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace fieldtwin

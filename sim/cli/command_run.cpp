#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "sim/cli/commands.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"

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

void print_results(const Options& options, const StudyPlan& plan, const StudySession& session) {
  const std::string summary = read_text(plan.files(0).summary());
  if (options.json) {
    fmt::print("{}", summary);
    return;
  }
  const std::uint32_t finished = session.run.progress.finished;
  fmt::print("{}: {} replication{}, seed {}\n\n{}\nreport   {}\nresults  {}\n",
             in_bold(Stream::kOut, plan.study(0).scenario.scenario.name), finished,
             finished == 1 ? "" : "s", options.study.seed, headline_table(summary),
             plan.files(0).report().string(), plan.files(0).results().string());
}

ExitCode run(const Options& options) {
  const ResolvedScenario scenario = options.scenario.load();
  const StudyRequest request =
      options.study.request(scenario.scenario, record_level(options.record));
  StudyPlan plan(options.directory.empty()
                     ? std::filesystem::path("fieldtwin-out") / scenario.scenario.name
                     : std::filesystem::path(options.directory),
                 options.study.share);
  plan.add({.name = {},
            .scenario = scenario,
            .seed = request.seed,
            .record = request.record,
            .replications = request.replications});
  const StudySession session =
      hold_session(plan, {.jobs = request.jobs}, options.study.talk(), StudyOutputs::kWritten);
  if (session.has_results) print_results(options, plan, session);
  return session.code;
}

void add_options(CLI::App& command, Options& options) {
  options.scenario.add_to(command);
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the study; without it fieldtwin-out/NAME")
      ->type_name("DIR");
  options.study.add_to(command);
  options.study.add_share_to(command);
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

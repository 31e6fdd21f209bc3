#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "sim/cli/assumption_runs.hpp"
#include "sim/cli/bounds_lines.hpp"
#include "sim/cli/case_stories.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/expected_table.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/precision_session.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/worlds_table.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/outputs.hpp"

namespace fieldtwin {
namespace {

struct Options {
  ScenarioOptions scenario;
  StudyOptions study;
  PrecisionOptions precision;
  std::string directory;
  std::string record = "cases";
  bool json = false;
  std::uint32_t worlds = 0;
  bool tornado = false;

  bool vary_assumptions() const { return worlds > 0 || tornado; }
};

constexpr std::uint32_t kMostWorlds = 100'000;
constexpr std::size_t kWidest = 100;  // of running text

RecordLevel record_level(std::string_view name) {
  for (const RecordLevel level : {RecordLevel::kNone, RecordLevel::kAll}) {
    if (name == name_of(level)) return level;
  }
  return RecordLevel::kCases;
}

/// As JSON: the summary, or what varying the assumptions has given, in one object.
void print_json(const Options& options, const StudyPlan& plan, const std::string& summary) {
  if (!options.vary_assumptions()) {
    fmt::print("{}", summary);
    return;
  }
  auto all = nlohmann::ordered_json::object();
  all["summary"] = nlohmann::ordered_json::parse(summary);
  const auto add = [&](const char* name) {
    all[name] =
        nlohmann::ordered_json::parse(read_text(plan.folder() / (name + std::string(".json"))));
  };
  if (options.worlds > 0) add("worlds");
  if (options.tornado) add("tornado");
  fmt::print("{}\n", all.dump(2));
}

void print_results(const Options& options, const StudyPlan& plan, const StudySession& session) {
  const std::string summary = read_text(plan.files(0).summary());
  if (options.json) {
    print_json(options, plan, summary);
    return;
  }
  const std::uint32_t finished = session.run.progress.finished;
  fmt::print("{}: {} replication{}, seed {}\n\n{}\n",
             in_bold(Stream::kOut, plan.study(0).scenario.scenario.name), finished,
             finished == 1 ? "" : "s", options.study.seed, headline_table(summary));
  // Both are about scans in the street and bookings; of ports alone they have nothing to say.
  const Scenario& scenario = plan.study(0).scenario.scenario;
  if (scenario.system != SystemKind::kTvs || !scenario.partners.empty()) {
    fmt::print("{}\n", expected_table(summary));
    const std::string bounds =
        bounds_lines(summary, std::min(kWidest, terminal_width(Stream::kOut)));
    if (!bounds.empty()) fmt::print("{}\n", bounds);
  }
  if (options.worlds > 0) {
    fmt::print("{}\n", worlds_table(read_text(plan.folder() / "worlds.json")));
  }
  if (options.tornado) fmt::print("{}", tornado_table(read_text(plan.folder() / "tornado.json")));
  fmt::print("report   {}\nresults  {}\n", plan.files(0).report().string(),
             plan.files(0).results().string());
}

/// Simulates what the assumptions could be otherwise, and writes the report anew with it.
ExitCode vary_assumptions(const Options& options, const StudyPlan& plan,
                          const StudyRequest& request) {
  const StudyData data = plan.data(0);
  const AssumedStudy study{plan.folder(),
                           plan.study(0).scenario,
                           options.scenario.name,
                           options.scenario.overrides,
                           request,
                           options.study.talk(),
                           data};
  ExitCode code = ExitCode::kDone;
  if (options.worlds > 0) code = run_worlds(study, options.worlds);
  if (code == ExitCode::kDone && options.tornado) code = run_tornado(study);
  if (code == ExitCode::kDone) write_outputs(plan.files(0));
  return code;
}

/// Simulates until it is precise, and leaves the study's files.
StudySession run_to_precision(const Options& options, StudyPlan& plan, const WorkForce& force) {
  Batches batches(plan, force, options.study.talk());
  const PrecisionSession session =
      simulate_to_precision(batches, options.precision, {plan.study(0).scenario.scenario.name});
  StudySession whole{.code = session.code, .has_results = false, .run = batches.run()};
  if (session.code != ExitCode::kDone) return whole;
  whole.code = conclude_session(plan, whole.run, force, Talk::kQuiet, session.record);
  whole.has_results = whole.code == ExitCode::kDone;
  return whole;
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
            .replications = options.precision.are_given() ? 1 : request.replications});
  const WorkForce force{.jobs = request.jobs};
  const StudySession session =
      options.precision.are_given()
          ? run_to_precision(options, plan, force)
          : hold_session(plan, force, options.study.talk(), StudyOutputs::kWritten);
  if (session.has_results && write_first_stories(plan.files(0))) write_outputs(plan.files(0));
  if (session.has_results && options.vary_assumptions()) {
    const ExitCode code = vary_assumptions(options, plan, request);
    if (code != ExitCode::kDone) return code;
  }
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
  options.precision.add_to(command);
  command.get_option("--precision")->excludes("--replications");
  options.study.add_share_to(command);
  command.get_option("--precision")->excludes("--shard");
  command
      .add_option("--record", options.record,
                  "Encounters to keep whole: wrongful holds and prolonged stops, all, or none")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"cases", "all", "none"}));
  CLI::Option* const shard = command.get_option("--shard");
  command
      .add_option("--worlds", options.worlds,
                  "Also simulate W worlds, drawn from the ranges of the assumptions: what is not "
                  "known beside what is luck")
      ->type_name("W")
      ->check(CLI::Range(2u, kMostWorlds))
      ->excludes(shard);
  command
      .add_flag("--tornado", options.tornado,
                "Also simulate each assumption at both ends of its range: which moves what most")
      ->excludes(shard);
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
      "  fieldtwin run national-day --precision 5% --precision 'latency.answer_s.p95=2%'\n"
      "  fieldtwin run my-county.yaml --set 'ice.agents_day=12' -o out/more-agents\n"
      "  fieldtwin run precinct --worlds 100 --tornado -o out/unknown\n"
      "The directory gets results.sqlite, summary.json, report.html, resolved.yaml and run.json.\n"
      "Ctrl-C keeps what is finished; the same command goes on from there, and a larger -n adds\n"
      "replications. A directory of another study is never overwritten. -n is also the number of\n"
      "replications of each world and of each end of a range; see docs/worlds.md.");
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace fieldtwin

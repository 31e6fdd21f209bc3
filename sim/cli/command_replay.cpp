#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/recorded/recorded_encounters.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/live_replay.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

struct Options {
  ScenarioOptions scenario;
  std::string encounters;
  StudyOptions study;
  std::string directory;
  bool strict = false;
  double speed = 0.0;  //!< 0: as fast as it can
  bool json = false;
};

ResolvedScenario load(Options options) {
  if (!std::filesystem::is_regular_file(options.encounters)) {
    throw StudyRefused(
        fmt::format("there is no file {} of recorded encounters.", options.encounters));
  }
  options.scenario.overrides.push_back("tables.encounters=" + yaml_scalar(options.encounters));
  ResolvedScenario resolved = options.scenario.load();
  const RecordedEncounters& recorded = *resolved.scenario.tables.recorded;
  if (options.strict && recorded.bad_rows > 0) {
    throw StudyRefused("nothing was simulated (--strict: every row must be usable).");
  }
  return resolved;
}

/// As many replications as the file has, if it numbers them.
StudyRequest request_of(const Options& options, const Scenario& scenario) {
  StudyRequest request = options.study.request(scenario, RecordLevel::kCases);
  const RecordedEncounters& recorded = *scenario.tables.recorded;
  if (!options.study.replications && recorded.numbered) {
    request.replications = static_cast<std::uint32_t>(recorded.recordings.size());
  }
  return request;
}

std::string replayed_text(const nlohmann::json& metrics, const std::string& name) {
  const auto found = metrics.find(name);
  return found == metrics.end() ? "-" : short_number(found->at("mean").get<double>());
}

/// What the record says became of the scans, beside what the model made of them.
std::string outcomes_table(const RecordedEncounters& recorded, const std::string& summary) {
  const auto metrics = nlohmann::json::parse(summary).at("metrics");
  const double recordings = static_cast<double>(recorded.recordings.size());
  std::string text;
  const auto line = [&](std::string_view words, std::uint64_t times, const std::string& metric) {
    if (times == 0) return;
    text += fmt::format("  {:<28}{:>10}  {:>10}\n", words,
                        short_number(static_cast<double>(times) / recordings),
                        replayed_text(metrics, metric));
  };
  for (std::size_t i = 1; i < kRecordedOutcomes.size(); ++i) {
    line(fmt::format("failed: {}", kRecordedOutcomes[i]), recorded.outcomes[i],
         fmt::format("scans.failed.{}", kRecordedOutcomes[i]));
  }
  line("answered \"no action\"", recorded.answers[0], "answers.no_action");
  line("answered \"contact ICE\"", recorded.answers[1], "answers.contact_ice");
  if (text.empty()) return text;
  return fmt::format("\n  {:<28}{:>10}  {:>10}\n", "scans", "recorded", "replayed") + text;
}

void print_results(const Options& options, const StudyPlan& plan, const StudySession& session) {
  const std::string summary = read_text(plan.files(0).summary());
  if (options.json) {
    fmt::print("{}", summary);
    return;
  }
  const Scenario& scenario = plan.study(0).scenario.scenario;
  const RecordedEncounters& recorded = *scenario.tables.recorded;
  const std::uint32_t finished = session.run.progress.finished;
  fmt::print("{}: {} rows of {} ({}), {} replication{}, seed {}\n\n{}{}\nreport   {}\nresults  {}\n",
             in_bold(Stream::kOut, scenario.name), grouped(static_cast<double>(recorded.rows)),
             options.encounters, recorded.hash, finished, finished == 1 ? "" : "s",
             options.study.seed, headline_table(summary), outcomes_table(recorded, summary),
             plan.files(0).report().string(), plan.files(0).results().string());
}

ExitCode replay(const Options& options) {
  const ResolvedScenario resolved = load(options);
  if (options.speed > 0.0) {
    show_live(resolved.scenario, options.study.seed, options.speed);
    return ExitCode::kDone;
  }
  const StudyRequest request = request_of(options, resolved.scenario);
  StudyPlan plan(options.directory.empty()
                     ? std::filesystem::path("fieldtwin-out") / (resolved.scenario.name + "-replay")
                     : std::filesystem::path(options.directory),
                 options.study.share);
  plan.add({.name = {},
            .scenario = resolved,
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
  command.add_option("ENCOUNTERS", options.encounters, "CSV file of recorded encounters")
      ->required();
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the study; without it fieldtwin-out/NAME-replay")
      ->type_name("DIR");
  options.study.add_to(command);
  options.study.add_share_to(command);
  command.add_flag("--strict", options.strict, "Refuse a file with a row that cannot be used");
  command
      .add_option("--speed", options.speed,
                  "Show what happens as it happens, so many times as fast as the clock; writes no "
                  "study")
      ->type_name("X")
      ->check(CLI::Range(1e-3, 1e9));
  command.add_flag("--json", options.json, "Print summary.json instead of the table");
}

}  // namespace

void add_replay_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("replay", "Simulate recorded encounters instead of generated ones");
  add_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  fieldtwin replay precinct stops.csv -o out/replayed\n"
      "  fieldtwin replay precinct stops.csv --set ice.agents_day=4\n"
      "  fieldtwin replay precinct stops.csv --speed 60\n"
      "The file needs the columns time, state and officer; docs/replay.md lists the others. What is\n"
      "not recorded is drawn as the scenario says. A row that cannot be used is named, counted and\n"
      "left out. fieldtwin export DIR --encounters writes such a file.");
  command->callback([options, &code] { code = replay(*options); });
}

}  // namespace fieldtwin

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
  options.scenario.overrides.push_back("tables.encounters=" + yaml_scalar(options.encounters));
  ResolvedScenario resolved = options.scenario.load();
  const RecordedEncounters& recorded = *resolved.scenario.tables.recorded;
  if (options.strict && recorded.bad_rows > 0) {
    throw StudyRefused("nothing was simulated (--strict: every row must be usable).");
  }
  return resolved;
}

/// As often as the file has recordings, if there are several.
StudyRequest request_of(const Options& options, const Scenario& scenario) {
  StudyRequest request = options.study.request(scenario, RecordLevel::kCases);
  const auto recordings = scenario.tables.recorded->recordings.size();
  if (!options.study.replications && recordings > 1) {
    request.replications = static_cast<std::uint32_t>(recordings);
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

void print_results(const Options& options, const StudyDirectory& directory,
                   const Scenario& scenario, const StudySession& session) {
  if (options.json) {
    fmt::print("{}", session.summary);
    return;
  }
  const RecordedEncounters& recorded = *scenario.tables.recorded;
  fmt::print("{}: {} rows of {} ({}), {} replication{}, seed {}\n\n{}{}\nreport   {}\nresults  {}\n",
             in_bold(Stream::kOut, scenario.name), grouped(static_cast<double>(recorded.rows)),
             options.encounters, recorded.hash, session.finished, session.finished == 1 ? "" : "s",
             options.study.seed, headline_table(session.summary),
             outcomes_table(recorded, session.summary), directory.report().string(),
             directory.results().string());
}

ExitCode replay(const Options& options) {
  const ResolvedScenario resolved = load(options);
  if (options.speed > 0.0) {
    show_live(resolved.scenario, options.study.seed, options.speed);
    return ExitCode::kDone;
  }
  const StudyDirectory directory(
      options.directory.empty()
          ? std::filesystem::path("fieldtwin-out") / (resolved.scenario.name + "-replay")
          : std::filesystem::path(options.directory));
  const StudySession session =
      hold_session(directory, resolved, request_of(options, resolved.scenario),
                   options.study.quiet ? Talk::kQuiet : Talk::kProgress);
  if (session.code == ExitCode::kDone) {
    print_results(options, directory, resolved.scenario, session);
  }
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
  command.add_flag("--strict", options.strict, "Refuse a file with a row that cannot be used");
  command
      .add_option("--speed", options.speed,
                  "Show what happens as it happens, so many times as fast as the clock; writes no "
                  "study")
      ->type_name("X")
      ->check(CLI::PositiveNumber);
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

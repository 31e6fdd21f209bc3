#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <string>

#include "agents/attribution/attribute_replication.hpp"
#include "metrics/attribution/attribution_output.hpp"
#include "metrics/study_data.hpp"
#include "sim/cli/attribution_table.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/attribute_study.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/output_folder.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/read_study.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::string folder;
  unsigned jobs = available_cores();
  bool quiet = false;
  bool json = false;
};

ProgressDisplay::Mode mode_of(const Options& options) {
  if (options.quiet) return ProgressDisplay::Mode::kQuiet;
  return is_terminal(Stream::kError) ? ProgressDisplay::Mode::kBar : ProgressDisplay::Mode::kLines;
}

ReplicationGames games_of(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication) {
  const AttributedReplication done = attribute_replication(scenario, seed, replication);
  return {done.games, done.fingerprint};
}

/// Says why there is no attribution.
ExitCode explain(const StudyAttribution& attribution) {
  for (const TaskFailure& failure : attribution.failures) print_error(failure.what);
  fmt::print(stderr,
             "Not all replications were attributed; the same command goes on from there.\n");
  return attribution.end == WorkersEnd::kInterrupted ? ExitCode::kInterrupted : ExitCode::kFailed;
}

ExitCode attribute(const Options& options) {
  require_study(options.folder);
  const OutputFolder folder(options.folder);
  const StudyFiles files(folder.path());
  ResultStore store = results_of_study(folder.path());
  const StudyIdentity& identity = store.identity();
  const Scenario scenario = scenario_to_simulate_again(folder.path(), identity).scenario;
  if (scenario.system != SystemKind::kMobileIdentify) {
    throw StoreError(fmt::format(
        "{}: there is no attribution of {}: it follows scans of mobile_identify alone. "
        "See docs/systems.md.",
        options.folder, kSystemNames[index_of(scenario.system)]));
  }
  StudyAttribution attribution;
  {
    ProgressDisplay display(mode_of(options));
    attribution = attribute_study(folder.path(), store, scenario, options.jobs, games_of,
                                  [&](const StudyProgress& progress) { display.show(progress); });
  }
  if (attribution.games.empty()) return explain(attribution);

  const std::string json = attribution_json(
      {identity.version, identity.scenario, identity.seed, StudyData(store).fingerprint().hex()},
      attribution.games);
  write_atomically(folder.path() / "attribution.csv", attribution_csv(sum_of(attribution.games)));
  write_atomically(folder.path() / "attribution.json", json);
  write_outputs(files);
  if (options.json) {
    fmt::print("{}", json);
  } else {
    fmt::print("{}: {} replication{}, seed {}\n\n{}\nreport   {}\nresults  {}\n",
               in_bold(Stream::kOut, identity.scenario), attribution.games.size(),
               attribution.games.size() == 1 ? "" : "s", identity.seed, attribution_tables(json),
               files.report().string(), (folder.path() / "attribution.json").string());
  }
  return ExitCode::kDone;
}

}  // namespace

void add_attribute_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("attribute", "Share the harm of a study among its causes");
  command->add_option("DIR", options->folder, "Directory of the study")->required();
  command->add_option("-j,--jobs", options->jobs, "Processes at a time; without it all cores")
      ->type_name("J")
      ->check(CLI::Range(1u, 1024u));
  command->add_flag("-q,--quiet", options->quiet, "No progress");
  command->add_flag("--json", options->json, "Print attribution.json instead of the tables");
  command->footer(
      "Examples:\n"
      "  fieldtwin run precinct-stress\n"
      "  fieldtwin attribute fieldtwin-out/precinct-stress\n"
      "The study is simulated again, and every answered scan is followed through all sets of the\n"
      "eight causes, the others being perfect, under the same luck and in the circumstances that\n"
      "it met. The directory gets attribution.json and attribution.csv, and its report a section;\n"
      "see docs/attribution.md. After a larger -n, the same command does it anew.");
  command->callback([options, &code] { code = attribute(*options); });
}

}  // namespace fieldtwin

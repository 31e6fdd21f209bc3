#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "metrics/report/report_page.hpp"
#include "metrics/sweep/sweep_results.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/study_files.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/sweep_table.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/identity.hpp"
#include "sim/study/point_studies.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::string name;
  std::vector<std::string> overrides;
  StudyOptions study;
  std::string directory;
  bool json = false;
};

SweepStudy read(const Options& options) {
  SweepStudy study = read_sweep_file(options.name, options.overrides);
  if (options.study.replications) study.replications = *options.study.replications;
  return study;
}

/// The results of points that have all been simulated. A study is read once, even if several points
/// are the same.
SweepResults results_of(const SweepStudy& study, std::uint64_t seed, const UnitPoints& points,
                        const std::vector<std::size_t>& studies, PointStudies& simulated) {
  SweepResults results{program_version(), seed, study.replications, {}};
  std::map<std::size_t, std::vector<PointMetric>> metrics;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::size_t number = studies[i];
    if (!metrics.contains(number)) {
      metrics[number] = metrics_of_point(study, simulated.plan().data(number));
    }
    results.points.push_back({points[i], simulated.folder_of(number), metrics[number]});
  }
  return results;
}

ExitCode sweep(const Options& options) {
  const SweepStudy study = read(options);
  const std::uint64_t seed = options.study.seed;
  const std::filesystem::path folder = options.directory.empty()
                                           ? std::filesystem::path("fieldtwin-out") / study.name
                                           : std::filesystem::path(options.directory);
  const UnitPoints points = points_of(study.design, factors_of(study), seed);
  std::vector<ResolvedScenario> scenarios;
  for (const auto& point : points) scenarios.push_back(scenario_at(study, point));

  constexpr RecordLevel kRecord = RecordLevel::kNone;
  PointStudies simulated(folder, {"sweep", identity_of(study.base, seed, kRecord)}, kRecord,
                         options.study.share);
  std::vector<std::size_t> studies;
  for (const ResolvedScenario& scenario : scenarios) {
    studies.push_back(simulated.add(scenario, study.replications));
  }
  simulated.claim();
  const StudySession session = hold_session(simulated.plan(), {.jobs = options.study.jobs},
                                            options.study.talk(), StudyOutputs::kNone);
  if (!session.has_results) return session.code;

  const SweepResults results = results_of(study, seed, points, studies, simulated);
  const std::string json = sweep_json(study, results);
  write_atomically(folder / "sweep.json", json);
  write_atomically(folder / "report.html", sweep_html(json));
  write_atomically(folder / "points.csv", points_csv(study, results));
  if (options.json) {
    fmt::print("{}", json);
  } else {
    fmt::print(
        "{}: {} points of a {} design, {} replication{} each under the same luck, seed {}\n\n"
        "{}report   {}\npoints   {}\nresults  {}\n",
        in_bold(Stream::kOut, study.name), points.size(), name_of(study.design), study.replications,
        study.replications == 1 ? "" : "s", seed, sweep_tables(json),
        (folder / "report.html").string(), (folder / "points.csv").string(),
        (folder / "sweep.json").string());
  }
  return ExitCode::kDone;
}

void add_options(CLI::App& command, Options& options) {
  command
      .add_option("STUDY", options.name,
                  "A shipped study's name (threshold-sweep), or a file: docs/sweep.md")
      ->required();
  command.add_option("--set", options.overrides, "Change a parameter of the base: path=value")
      ->type_name("PATH=VALUE");
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the sweep; without it fieldtwin-out/STUDY")
      ->type_name("DIR");
  options.study.add_to(command);
  options.study.add_share_to(command);
  command.add_flag("--json", options.json, "Print sweep.json instead of the tables");
}

}  // namespace

void add_sweep_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("sweep", "Simulate a scenario at many points of its parameters");
  add_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  fieldtwin sweep threshold-sweep\n"
      "  fieldtwin sweep my-study.yaml -n 30 -o out/thresholds\n"
      "The directory gets report.html, sweep.json, points.csv and a study's directory for each\n"
      "point.\n"
      "All have the same seed: they differ in the factors alone. Ctrl-C keeps what is\n"
      "finished; the same command goes on from there, a larger -n adds replications, and\n"
      "points that an altered design shares with this one are not simulated again.");
  command->callback([options, &code] { code = sweep(*options); });
}

}  // namespace fieldtwin

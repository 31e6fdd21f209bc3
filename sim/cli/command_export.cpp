#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "sim/cli/commands.hpp"
#include "sim/cli/export_encounters.hpp"
#include "sim/study/export_csv.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::string folder;
  std::string target;
  bool csv = false;
  bool encounters = false;
};

void export_stops(const Options& options) {
  const std::filesystem::path target =
      options.target.empty() ? std::filesystem::path(options.folder) / "encounters.csv"
                             : std::filesystem::path(options.target);
  const ExportedEncounters done = export_encounters(options.folder, target);
  fmt::print("{}: {} stops in {} replication{}\n", target.string(), done.rows, done.replications,
             done.replications == 1 ? "" : "s");
}

void export_study(const Options& options) {
  if (options.csv == options.encounters) {
    throw StudyRefused("what is to be exported? Say --csv for the tables, or --encounters.");
  }
  require_study(options.folder);
  if (options.encounters) return export_stops(options);
  const StudyDirectory directory{options.folder};
  const std::filesystem::path target =
      options.target.empty() ? directory.folder() / "csv" : std::filesystem::path(options.target);
  for (const auto& file : export_csv(directory.results(), target))
    fmt::print("{}\n", file.string());
}

}  // namespace

void add_export_command(CLI::App& app, ExitCode&) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write a study's tables or encounters as files");
  command->add_option("DIR", options->folder, "Directory of the study")->required();
  command->add_flag("--csv", options->csv, "As CSV files, one a table or view");
  command->add_flag("--encounters", options->encounters,
                    "Every stop, as one CSV file that fieldtwin replay reads; the study is "
                    "simulated again for it");
  command
      ->add_option("-o,--output", options->target,
                   "Directory of the tables, without it DIR/csv; or file of the encounters, "
                   "without it DIR/encounters.csv")
      ->type_name("TARGET");
  command->footer(
      "Examples:\n"
      "  fieldtwin export fieldtwin-out/precinct --csv\n"
      "  fieldtwin export fieldtwin-out/precinct --encounters -o stops.csv");
  command->callback([options] { export_study(*options); });
}

}  // namespace fieldtwin

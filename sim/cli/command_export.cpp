#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "sim/cli/commands.hpp"
#include "sim/study/export_csv.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::string folder;
  std::string target;
  bool csv = false;
};

void export_study(const Options& options) {
  require_study(options.folder);
  const StudyDirectory directory{options.folder};
  const std::filesystem::path target =
      options.target.empty() ? directory.folder() / "csv" : std::filesystem::path(options.target);
  for (const auto& file : export_csv(directory.results(), target))
    fmt::print("{}\n", file.string());
}

}  // namespace

void add_export_command(CLI::App& app, ExitCode&) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write a study's tables as files");
  command->add_option("DIR", options->folder, "Directory of the study")->required();
  command->add_flag("--csv", options->csv, "As CSV files, one a table or view")->required();
  command->add_option("-o,--output", options->target, "Directory of the files; without it DIR/csv")
      ->type_name("DIR");
  command->footer("Example:\n  fieldtwin export fieldtwin-out/precinct --csv");
  command->callback([options] { export_study(*options); });
}

}  // namespace fieldtwin

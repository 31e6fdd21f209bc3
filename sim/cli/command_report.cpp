#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "sim/cli/commands.hpp"
#include "sim/study/comparison_outputs.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

void report(const std::string& folder) {
  if (is_comparison(folder)) {
    write_comparison(parts_of_comparison(folder));
    fmt::print("{}\n", (std::filesystem::path(folder) / "report.html").string());
    return;
  }
  require_study(folder);
  const StudyDirectory directory{folder};
  write_outputs(directory);
  fmt::print("{}\n", directory.report().string());
}

}  // namespace

void add_report_command(CLI::App& app, ExitCode&) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "report", "Write the report of a study, or of a comparison, anew from its results");
  command->add_option("DIR", *folder, "Directory of the study or comparison")->required();
  command->footer(
      "Examples:\n"
      "  fieldtwin report fieldtwin-out/precinct\n"
      "  fieldtwin report fieldtwin-out/precinct-vs-more\n"
      "A study gets summary.json and report.html, a comparison compare.json and report.html. An\n"
      "interrupted study is reported with the replications that are finished.");
  command->callback([folder] { report(*folder); });
}

}  // namespace fieldtwin

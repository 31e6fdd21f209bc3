#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "sim/cli/commands.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

void report(const std::string& folder) {
  require_study(folder);
  const StudyDirectory directory{folder};
  write_outputs(directory);
  fmt::print("{}\n", directory.report().string());
}

}  // namespace

void add_report_command(CLI::App& app, ExitCode&) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "report", "Write summary.json and report.html anew from a study's results");
  command->add_option("DIR", *folder, "Directory of the study")->required();
  command->footer(
      "Example:\n"
      "  fieldtwin report fieldtwin-out/precinct\n"
      "An interrupted study is reported with the replications that are finished.");
  command->callback([folder] { report(*folder); });
}

}  // namespace fieldtwin

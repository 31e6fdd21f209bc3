#include <fmt/format.h>

#include <CLI/App.hpp>
#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "metrics/report/report_page.hpp"
#include "sim/cli/commands.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/comparison_outputs.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

/// The page of what was found at many points, from the file that tells of it.
struct PointsPage {
  const char* found;
  std::string (*page)(const std::string& found);
};
constexpr std::array<PointsPage, 2> kPointsPages{
    {{"sweep.json", sweep_html}, {"capacity.json", capacity_html}}};

/// Whether the folder is that of a sweep or a search, whose page is written then.
bool report_of_points(const std::filesystem::path& folder) {
  for (const PointsPage& kind : kPointsPages) {
    if (!std::filesystem::exists(folder / kind.found)) continue;
    write_atomically(folder / "report.html", kind.page(read_text(folder / kind.found)));
    fmt::print("{}\n", (folder / "report.html").string());
    return true;
  }
  return false;
}

void report(const std::string& folder) {
  if (is_comparison(folder)) {
    write_comparison(parts_of_comparison(folder));
    fmt::print("{}\n", (std::filesystem::path(folder) / "report.html").string());
    return;
  }
  if (report_of_points(folder)) return;
  require_study(folder);
  const StudyDirectory directory{folder};
  write_outputs(directory);
  fmt::print("{}\n", directory.report().string());
}

}  // namespace

void add_report_command(CLI::App& app, ExitCode&) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "report", "Write the report of a study, a comparison, a sweep or a search anew from its results");
  command->add_option("DIR", *folder, "Directory of the study, comparison, sweep or search")->required();
  command->footer(
      "Examples:\n"
      "  fieldtwin report fieldtwin-out/precinct\n"
      "  fieldtwin report fieldtwin-out/precinct-vs-more\n"
      "A study gets summary.json and report.html, a comparison compare.json and report.html. An\n"
      "interrupted study is reported with the replications that are finished.");
  command->callback([folder] { report(*folder); });
}

}  // namespace fieldtwin

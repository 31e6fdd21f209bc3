#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "metrics/disparity_json.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/disparity_table.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::string folder;
  std::string kind{kWrongfulKindNames.front()};
  std::string reference{kEthnicityNames[index_of(kUsualReference)]};
  bool json = false;
};

/// The place of a name that the command line has checked.
template <class Enum, class Names>
Enum named(const Names& names, const std::string& name) {
  return static_cast<Enum>(std::ranges::find(names, name) - names.begin());
}

template <class Names>
std::vector<std::string> words(const Names& names) {
  return {names.begin(), names.end()};
}

void disparity(const Options& options) {
  require_study(options.folder);
  const auto kind = named<WrongfulKind>(kWrongfulKindNames, options.kind);
  const auto reference = named<Ethnicity>(kEthnicityNames, options.reference);
  ResultStore store = results_of_study(options.folder);
  try {
    const StudyData study(store);
    if (options.json) {
      fmt::print("{}\n", disparity_json(study, kind, std::array{reference}).dump(2));
    } else {
      fmt::print("{}", disparity_tables(study, kind, reference));
    }
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

}  // namespace

void add_disparity_command(CLI::App& app, ExitCode&) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "disparity", "Compare wrongful holds between groups of people, and say what differs");
  command->add_option("DIR", options->folder, "Directory of the study")->required();
  command->add_option("--reference", options->reference, "Group that others are compared with")
      ->type_name("GROUP")
      ->check(CLI::IsMember(words(kEthnicityNames)));
  command->add_option("--kind", options->kind, "Kind of wrongful hold")
      ->type_name("KIND")
      ->check(CLI::IsMember(words(kWrongfulKindNames)));
  command->add_flag("--json", options->json, "Print it as JSON");
  command->footer(
      "Examples:\n"
      "  fieldtwin disparity fieldtwin-out/precinct\n"
      "  fieldtwin disparity fieldtwin-out/precinct --reference asian --kind us_citizen --json\n"
      "A ratio per resident is taken apart into who is stopped, scanned and enrolled, whose\n"
      "matches are false or records wrong, and who is held; see docs/disparity.md.");
  command->callback([options] { disparity(*options); });
}

}  // namespace fieldtwin

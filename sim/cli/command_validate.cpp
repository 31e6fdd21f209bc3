#include <fmt/format.h>

#include <CLI/App.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "scenarios/load.hpp"
#include "scenarios/study_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/study_files.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::vector<std::string> scenarios;
  bool json = false;
};

nlohmann::ordered_json to_json(const ScenarioError& error) {
  nlohmann::ordered_json json{{"file", error.file}};
  if (error.line > 0) json["line"] = error.line;
  if (error.column > 0) json["column"] = error.column;
  json["what"] = error.what;
  if (!error.why.empty()) json["why"] = error.why;
  if (!error.suggestion.empty()) json["suggestion"] = error.suggestion;
  return json;
}

std::vector<ScenarioError> errors_of(const std::string& scenario) {
  try {
    if (const auto kind = kind_of_study(scenario)) {
      check_study(scenario, *kind);
    } else {
      load_scenario(scenario);
    }
    return {};
  } catch (const ScenarioErrors& errors) {
    return errors.errors();
  }
}

ExitCode validate(const Options& options) {
  ExitCode code = ExitCode::kDone;
  auto list = nlohmann::ordered_json::array();
  for (const auto& scenario : options.scenarios) {
    const auto errors = errors_of(scenario);
    if (!errors.empty()) code = ExitCode::kUsage;
    if (options.json) {
      auto entries = nlohmann::ordered_json::array();
      for (const auto& error : errors) entries.push_back(to_json(error));
      list.push_back({{"scenario", scenario}, {"valid", errors.empty()}, {"errors", entries}});
      continue;
    }
    for (const auto& error : errors) fmt::print(stderr, "{}\n", to_string(error));
    if (errors.empty()) fmt::print("{}: valid\n", scenario);
  }
  if (options.json) fmt::print("{}\n", list.dump(2));
  return code;
}

}  // namespace

void add_validate_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("validate", "Check scenarios and studies, and say all that is wrong");
  command->add_option("SCENARIO", options->scenarios, "Names of shipped scenarios or studies, or files")
      ->required();
  command->add_flag("--json", options->json, "Print the result as JSON");
  command->footer(
      "Examples:\n"
      "  fieldtwin validate national-day\n"
      "  fieldtwin validate my-county.yaml my-study.yaml --json\n"
      "Ends with 0 if all are valid, 2 if any is not.");
  command->callback([options, &code] { code = validate(*options); });
}

}  // namespace fieldtwin

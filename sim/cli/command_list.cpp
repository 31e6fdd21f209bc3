#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "scenarios/describe/explain.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

void print_as_json(const std::vector<CatalogueEntry>& entries) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& entry : entries) {
    list.push_back({{"name", entry.name}, {"title", entry.title}, {"question", entry.question}});
  }
  fmt::print("{}\n", list.dump(2));
}

void print_as_text(const std::vector<CatalogueEntry>& entries) {
  std::size_t width = 0;
  for (const auto& entry : entries) width = std::max(width, entry.name.size());
  for (const auto& entry : entries) {
    const std::string padding(width - entry.name.size(), ' ');
    fmt::print("{}{}  {}\n", in_bold(Stream::kOut, entry.name), padding, entry.title);
    if (!entry.question.empty()) fmt::print("{:{}}  {}\n", "", width, entry.question);
  }
}

}  // namespace

void add_list_command(CLI::App& app, ExitCode&) {
  auto json = std::make_shared<bool>(false);
  auto safeguards = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("list", "List the shipped scenarios");
  command->add_flag("--json", *json, "Print the list as JSON");
  command->add_flag("--safeguards", *safeguards,
                    "List the safeguards that can be put over a scenario: SCENARIO+SAFEGUARD");
  command->footer("Examples:\n  fieldtwin list\n  fieldtwin list --safeguards");
  command->callback([json, safeguards] {
    const auto entries = *safeguards ? list_safeguards() : list_catalogue();
    *json ? print_as_json(entries) : print_as_text(entries);
  });
}

}  // namespace fieldtwin

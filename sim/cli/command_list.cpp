#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "scenarios/describe/explain.hpp"
#include "scenarios/study_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

/// One line of the list: a scenario, or a study of one.
struct Listed {
  std::string name, kind, title, question;
};

std::vector<Listed> scenarios() {
  std::vector<Listed> entries;
  for (const CatalogueEntry& entry : list_catalogue()) {
    entries.push_back({entry.name, "scenario", entry.title, entry.question});
  }
  return entries;
}

std::vector<Listed> studies() {
  std::vector<Listed> entries;
  for (const StudyEntry& entry : list_studies()) {
    entries.push_back({entry.name, std::string(name_of(entry.kind)), entry.title, entry.question});
  }
  return entries;
}

void print_as_json() {
  auto list = nlohmann::ordered_json::array();
  for (const auto& entries : {scenarios(), studies()}) {
    for (const Listed& entry : entries) {
      list.push_back({{"name", entry.name},
                      {"kind", entry.kind},
                      {"title", entry.title},
                      {"question", entry.question}});
    }
  }
  fmt::print("{}\n", list.dump(2));
}

void print_entries(const std::vector<Listed>& entries, std::size_t width) {
  for (const Listed& entry : entries) {
    const std::string padding(width - entry.name.size(), ' ');
    fmt::print("{}{}  {}\n", in_bold(Stream::kOut, entry.name), padding, entry.title);
    if (!entry.question.empty()) fmt::print("{:{}}  {}\n", "", width, entry.question);
    if (entry.kind != "scenario") {
      fmt::print("{:{}}  fieldtwin {} {}\n", "", width, entry.kind, entry.name);
    }
  }
}

void print_as_text() {
  const auto run = scenarios(), studied = studies();
  std::size_t width = 0;
  for (const auto* entries : {&run, &studied}) {
    for (const Listed& entry : *entries) width = std::max(width, entry.name.size());
  }
  print_entries(run, width);
  fmt::print("\nStudies, which simulate one of these at many points:\n");
  print_entries(studied, width);
}

}  // namespace

void add_list_command(CLI::App& app, ExitCode&) {
  auto json = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("list", "List the shipped scenarios and studies");
  command->add_flag("--json", *json, "Print the list as JSON");
  command->footer("Example:\n  fieldtwin list");
  command->callback([json] {
    *json ? print_as_json() : print_as_text();
  });
}

}  // namespace fieldtwin

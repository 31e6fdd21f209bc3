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

std::vector<Listed> listed(const char* kind, const std::vector<CatalogueEntry>& shipped) {
  std::vector<Listed> entries;
  for (const CatalogueEntry& entry : shipped) {
    entries.push_back({entry.name, kind, entry.title, entry.question});
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

void print_as_json(const std::vector<Listed>& shipped, const std::vector<Listed>& studied) {
  auto list = nlohmann::ordered_json::array();
  for (const auto* entries : {&shipped, &studied}) {
    for (const Listed& entry : *entries) {
      list.push_back({{"name", entry.name},
                      {"kind", entry.kind},
                      {"title", entry.title},
                      {"question", entry.question}});
    }
  }
  fmt::print("{}\n", list.dump(2));
}

void print_entry(const Listed& entry, std::size_t width) {
  const std::string padding(width - entry.name.size(), ' ');
  fmt::print("{}{}  {}\n", in_bold(Stream::kOut, entry.name), padding, entry.title);
  if (!entry.question.empty()) fmt::print("{:{}}  {}\n", "", width, entry.question);
}

void print_as_text(const std::vector<Listed>& shipped, const std::vector<Listed>& studied) {
  std::size_t width = 0;
  for (const auto* entries : {&shipped, &studied}) {
    for (const Listed& entry : *entries) width = std::max(width, entry.name.size());
  }
  for (const Listed& entry : shipped) print_entry(entry, width);
  if (studied.empty()) return;
  fmt::print("\nStudies, which simulate one of these at many points:\n");
  for (const Listed& entry : studied) {
    print_entry(entry, width);
    fmt::print("{:{}}  fieldtwin {} {}\n", "", width, entry.kind, entry.name);
  }
}

}  // namespace

void add_list_command(CLI::App& app, ExitCode&) {
  auto json = std::make_shared<bool>(false);
  auto safeguards = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("list", "List the shipped scenarios and studies");
  command->add_flag("--json", *json, "Print the list as JSON");
  command->add_flag("--safeguards", *safeguards,
                    "List the safeguards that can be put over a scenario: SCENARIO+SAFEGUARD");
  command->footer("Examples:\n  fieldtwin list\n  fieldtwin list --safeguards");
  command->callback([json, safeguards] {
    const std::vector<Listed> shipped =
        *safeguards ? listed("safeguard", list_safeguards()) : listed("scenario", list_catalogue());
    const std::vector<Listed> studied = *safeguards ? std::vector<Listed>{} : studies();
    *json ? print_as_json(shipped, studied) : print_as_text(shipped, studied);
  });
}

}  // namespace fieldtwin

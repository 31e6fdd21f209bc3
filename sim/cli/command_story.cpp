#include <fmt/format.h>

#include <CLI/App.hpp>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "metrics/collector.hpp"
#include "metrics/story/case_list.hpp"
#include "metrics/story/story_output.hpp"
#include "sim/cli/case_stories.hpp"
#include "sim/cli/commands.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kNamedNeighbours = 3;

struct Options {
  std::string folder;
  std::string case_name;
  bool json = false;
};

/// Travellers at ports whom the study counted as held wrongly.
long held_wrongly_at_ports(ResultStore& store) {
  Statement sum = store.database().prepare(
      "SELECT coalesce(sum(value), 0) FROM metric WHERE name = 'port.held_wrongly'");
  sum.step();
  return std::lround(sum.real(0));
}

/// Why the list is empty, for the one who expected cases.
void explain_no_cases(ResultStore& store, const std::string& folder, long at_ports) {
  if (store.identity().record == name_of(RecordLevel::kNone)) {
    fmt::print(stderr,
               "{} was recorded with --record none, so it does not know its cases. Run it again "
               "with --record cases into another directory.\n",
               folder);
  } else if (at_ports == 0) {
    fmt::print(stderr, "Nothing went wrong in the {} replications of {}.\n",
               store.finished().size(), folder);
  }
}

void list(const Options& options) {
  ResultStore store = results_of_study(options.folder);
  const auto cases = list_cases(store);
  const long at_ports = held_wrongly_at_ports(store);
  if (cases.empty()) explain_no_cases(store, options.folder, at_ports);
  if (at_ports > 0) {
    fmt::print(stderr,
               "Crossings of ports have no stories: the {} travellers who were held wrongly there "
               "are counted (port.held_wrongly), and not among the cases.\n",
               at_ports);
  }
  if (options.json) {
    fmt::print("{}\n", case_list_json(cases).dump(2));
  } else if (!cases.empty()) {
    fmt::print("{}", case_table(cases));
  }
}

[[noreturn]] void refuse_case(const Options& options, const std::string& why,
                              const std::vector<CaseId>& near) {
  std::string message = fmt::format("there is no case '{}' ({}).", options.case_name, why);
  if (!near.empty()) {
    std::string names;
    for (const CaseId& id : near) names += (names.empty() ? "" : ", ") + to_text(id);
    message += fmt::format(" Close to it: {}.", names);
  }
  throw StudyRefused(
      fmt::format("{} fieldtwin story {} lists the cases.", message, options.folder));
}

std::vector<CaseId> neighbours(ResultStore& store, const CaseId& id) {
  std::vector<CaseId> known;
  for (const CaseLine& line : list_cases(store)) known.push_back(line.id);
  return nearest(id, std::move(known), kNamedNeighbours);
}

CaseId chosen_case(const Options& options, ResultStore& store) {
  const auto id = parse_case_id(options.case_name);
  if (!id) {
    refuse_case(options, "an id looks like r0-o12-s3: replication, officer, stop",
                neighbours(store, {}));
  }
  if (!store.has(id->replication)) {
    refuse_case(options, fmt::format("the study has no replication {}", id->replication),
                neighbours(store, *id));
  }
  return *id;
}

void tell(const Options& options) {
  ResultStore store = results_of_study(options.folder);
  const CaseId id = chosen_case(options, store);
  const auto told = tell_cases(options.folder, id.replication, {id.encounter});
  if (told.empty()) refuse_case(options, "no such encounter came to a scan", neighbours(store, id));
  const auto& [story, agreement] = told.front();
  if (options.json) {
    fmt::print("{}\n", story_json(story, agreement).dump(2));
  } else {
    fmt::print("{}", story_text(story, agreement));
  }
}

void story(const Options& options) {
  require_study(options.folder);
  try {
    options.case_name.empty() ? list(options) : tell(options);
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

}  // namespace

void add_story_command(CLI::App& app, ExitCode&) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "story", "List the cases of a study that went wrong, or tell one of them step by step");
  command->add_option("DIR", options->folder, "Directory of the study")->required();
  command->add_option("CASE", options->case_name,
                      "A case: the first word of its line in the list. Any scan can be told, by "
                      "replication, officer and stop");
  command->add_flag("--json", options->json, "Print it as JSON");
  command->footer(
      "Examples:\n"
      "  fieldtwin story fieldtwin-out/precinct\n"
      "  fieldtwin story fieldtwin-out/precinct r0-o12-s3\n"
      "The replication is simulated again, and what happens is compared with the recorded run.");
  command->callback([options] { story(*options); });
}

}  // namespace fieldtwin

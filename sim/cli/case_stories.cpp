#include "sim/cli/case_stories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "agents/civil_time.hpp"
#include "agents/rerun.hpp"
#include "metrics/story/case_list.hpp"
#include "scenarios/reader/date.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/workers.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kFirstStories = 3;

/// "2025-11-03 14:03:27" by the clocks of a state.
std::string wall_clock_text(const CivilClock& clock, const StateRow& state, Seconds time) {
  const auto s = static_cast<long>(std::floor(clock.local_time_of_day(time, state).value()));
  return fmt::format("{} {:02}:{:02}:{:02}", date_text(clock.local_date(time, state)), s / 3600,
                     s / 60 % 60, s % 60);
}

bool is_wrongful(const CaseLine& line) {
  return std::ranges::any_of(line.kinds, [](const auto& kind) { return kind != "prolonged"; });
}

/// The cases that write_first_stories tells.
std::vector<CaseId> first_wrongful(ResultStore& store) {
  std::vector<CaseId> chosen;
  for (const CaseLine& line : list_cases(store)) {
    if (!is_wrongful(line)) continue;
    if (!chosen.empty() && chosen.front().replication != line.id.replication) break;
    if (chosen.size() < kFirstStories) chosen.push_back(line.id);
  }
  return chosen;
}

}  // namespace

std::vector<ToldCase> tell_cases(const std::filesystem::path& folder, std::uint32_t replication,
                                 const std::vector<std::uint64_t>& encounters) {
  ResultStore store = results_of_study(folder);
  const StudyIdentity& study = store.identity();
  const Scenario scenario = scenario_to_simulate_again(folder, study).scenario;
  const Rerun rerun = rerun_encounters(scenario, study.seed, replication,
                                       std::set(encounters.begin(), encounters.end()));
  const CivilClock clock(scenario.period.start);
  std::vector<ToldCase> told;
  for (const auto& [number, encounter] : rerun.encounters) {
    const CaseId id{replication, number};
    Agreement agreement = compare_with_recorded(store, id, encounter.record, rerun.fingerprint);
    if (agreement.difference) {
      throw std::runtime_error(fmt::format(
          "{} does not happen again as it was recorded: {}. Another build of the program made {}, "
          "or the file is damaged; run the study again into another directory.",
          to_text(id), *agreement.difference, folder.string()));
    }
    const StateRow& state = scenario.tables.states[encounter.record.state];
    told.push_back(
        {tell_story(encounter.record,
                    {id, study.scenario, study.seed, state.name,
                     [clock, state](Seconds time) { return wall_clock_text(clock, state, time); }},
                    encounter.games ? &*encounter.games : nullptr),
         std::move(agreement)});
  }
  return told;
}

bool write_first_stories(const StudyFiles& files) {
  const std::filesystem::path file = files.folder() / "stories.json";
  if (exists(file)) return false;
  std::vector<CaseId> cases;
  {
    ResultStore store = results_of_study(files.folder());
    cases = first_wrongful(store);
  }
  if (cases.empty()) return false;
  std::vector<std::uint64_t> encounters;
  for (const CaseId& id : cases) encounters.push_back(id.encounter);

  // A process of its own: this one may have had an engine, or need one later.
  const auto work = [&](const StudyTask& task) {
    auto stories = nlohmann::ordered_json::array();
    for (const auto& [story, agreement] :
         tell_cases(files.folder(), task.replication, encounters)) {
      stories.push_back(story_json(story, agreement));
    }
    write_atomically(file, stories.dump(2) + "\n");
  };
  const QueuedSignals signals;
  LocalProcesses executor(1, signals,
                          {work, [&](const auto&) { return exists(file); }, [](const auto&) {}});
  run_tasks({{0, cases.front().replication}}, executor, signals,
            {.begin = [](const auto&) {}, .finish = [](const auto&) {}, .tick = [] {}});
  return exists(file);
}

}  // namespace fieldtwin

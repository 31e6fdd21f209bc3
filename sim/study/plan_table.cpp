#include "sim/study/plan_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/text_hash.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS task (
  id TEXT PRIMARY KEY,
  study TEXT NOT NULL,
  scenario TEXT NOT NULL,
  scenario_hash TEXT NOT NULL,
  seed TEXT NOT NULL,
  replication INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  cpu_s REAL,
  peak_rss_bytes INTEGER
) WITHOUT ROWID;
)sql";

const char* name_of(TaskFate fate) {
  switch (fate) {
    case TaskFate::kDone:
      return "done";
    case TaskFate::kStopped:
      return "stopped";
    case TaskFate::kFailed:
    case TaskFate::kNotStarted:
    case TaskFate::kDiskRefused:
      break;
  }
  return "failed";
}

void remove_database(const fs::path& file) {
  for (const char* side : {"", "-journal", "-wal", "-shm"}) fs::remove(file.string() + side);
}

Database open(const fs::path& file) {
  Database database(file, Database::Mode::kCreate);
  // Nothing here is needed again: a killed process leaves the file whole, and a power cut may not.
  // Whoever reads it meanwhile holds nobody up.
  database.execute("PRAGMA synchronous = OFF");
  database.execute("PRAGMA journal_mode = WAL");
  database.execute(kSchema);
  database.prepare("SELECT id, study, state, attempts, failure, cpu_s FROM task LIMIT 1").step();
  return database;
}

Database open_or_replace(const fs::path& file) {
  if (!fs::exists(file)) return open(file);
  try {
    return open(file);
  } catch (const StoreError&) {
    remove_database(file);
    return open(file);
  }
}

std::string file_name(const Share& share) {
  if (share.is_all()) return "plan.sqlite";
  return fmt::format("plan-{}-of-{}.sqlite", share.index, share.of);
}

std::vector<fs::path> tables_of_shares(const fs::path& folder) {
  std::vector<fs::path> tables;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name.starts_with("plan-") && name.ends_with(".sqlite")) tables.push_back(entry.path());
  }
  return tables;
}

}  // namespace

std::string task_id(const StudyIdentity& study, const std::string& name,
                    std::uint32_t replication) {
  TextHash hash;
  hash.add(replication, study.seed, name, study.record, study.version, study.scenario_hash);
  return hash.hex();
}

PlanTable::PlanTable(const fs::path& folder, const Share& share)
    : database_(open_or_replace(folder / file_name(share))) {
  if (!share.is_all()) return;
  for (const fs::path& file : tables_of_shares(folder)) take_in(file);
}

PlanTable::~PlanTable() {
  try {
    database_.execute("PRAGMA journal_mode = DELETE");  // one file
  } catch (const StoreError&) {                         // somebody reads it: the next run tidies up
  }
}

void PlanTable::plan(const StudyIdentity& study, const std::string& name,
                     const std::vector<StudyTask>& tasks,
                     const std::vector<std::uint32_t>& finished) {
  Transaction transaction(database_);
  Statement insert = database_.prepare(
      "INSERT INTO task (id, study, scenario, scenario_hash, seed, replication, state) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state "
      "WHERE excluded.state = 'done' OR state <> 'failed'");
  const std::string seed = std::to_string(study.seed);
  for (const StudyTask& task : tasks) {
    const std::string id = task_id(study, name, task.replication);
    const bool done = std::ranges::binary_search(finished, task.replication);
    insert.bind(1, std::string_view(id))
        .bind(2, std::string_view(name))
        .bind(3, std::string_view(study.scenario))
        .bind(4, std::string_view(study.scenario_hash))
        .bind(5, std::string_view(seed))
        .bind(6, std::int64_t{task.replication})
        .bind(7, std::string_view(done ? "done" : "waiting"))
        .run();
  }
  transaction.commit();
}

void PlanTable::take_in(const fs::path& file) {
  const std::string name = file.string();
  const auto unless_damaged = [](auto&& step) {
    try {
      step();
    } catch (const StoreError&) {  // what it knew is in the results, too
    }
  };
  unless_damaged([&] {
    database_.prepare("ATTACH ? AS other").bind(1, std::string_view(name)).run();
    database_.execute(
        "INSERT OR REPLACE INTO main.task SELECT * FROM other.task WHERE attempts > 0");
  });
  unless_damaged([&] { database_.execute("DETACH other"); });
  remove_database(file);
}

void PlanTable::note(const std::vector<std::string>& begun, const std::vector<Ended>& ended) {
  Transaction transaction(database_);
  Statement begin =
      database_.prepare("UPDATE task SET state = 'running', attempts = attempts + 1 WHERE id = ?");
  for (const std::string& id : begun) begin.bind(1, std::string_view(id)).run();
  Statement finish = database_.prepare(
      "UPDATE task SET state = ?, failure = nullif(?, ''), cpu_s = ?, peak_rss_bytes = ? "
      "WHERE id = ?");
  for (const auto& [id, end] : ended) {
    finish.bind(1, std::string_view(name_of(end.fate)))
        .bind(2, std::string_view(end.why))
        .bind(3, end.usage.cpu.value())
        .bind(4, static_cast<std::int64_t>(end.usage.peak_rss_bytes))
        .bind(5, std::string_view(id))
        .run();
  }
  transaction.commit();
}

}  // namespace fieldtwin

#pragma once
/// plan.sqlite: the tasks of a plan and how each of them stands, for people and programs to see. It
/// is written as things happen, and read by nobody here: what is finished is in the results files.
///
/// Table `task`: `id` (16 hexadecimal digits: a hash of the version, the scenario's values, the
/// study's name, the record level, the seed and the replication), `study` (its name, empty if its
/// folder is the plan's), `scenario`, `scenario_hash`, `seed`, `replication`, `state` (waiting,
/// running, done, failed, stopped), `attempts`, `failure` (why the last attempt failed), `cpu_s`
/// and `peak_rss_bytes` of the process that did it.

#include <cstdint>
#include <filesystem>
#include <string>

#include "metrics/store/result_store.hpp"
#include "sim/study/executor.hpp"

namespace fieldtwin {

/// The id of a task.
std::string task_id(const StudyIdentity& study, const std::string& name, std::uint32_t replication);

/// The table in its file. All functions throw StoreError if it cannot be written.
class PlanTable {
 public:
  /// Opens or makes the file. One that cannot be read, as after a power cut, is made anew.
  explicit PlanTable(const std::filesystem::path& file);
  PlanTable(const PlanTable&) = delete;
  PlanTable& operator=(const PlanTable&) = delete;
  ~PlanTable();

  /// Says that a study has the replications 0 to n-1. Those that are in its results (sorted) are
  /// done; others that a killed run was at are waiting again.
  void plan(const StudyIdentity& study, const std::string& name, std::uint32_t n,
            const std::vector<std::uint32_t>& finished);
  void begin(const std::string& id);
  void finish(const std::string& id, const TaskEnd& end);

 private:
  Database database_;
};

}  // namespace fieldtwin

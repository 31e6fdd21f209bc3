#pragma once
/// plan.sqlite: the tasks of a plan and how each of them stands, for people and programs to see. It
/// is written a moment after things happen, and read by nobody here: what is finished is in the results files.
///
/// Table `task`: `id` (16 hexadecimal digits: a hash of the version, the scenario's values, the
/// study's name, the record level, the seed and the replication), `study` (its name, empty if its
/// folder is the plan's), `scenario`, `scenario_hash`, `seed`, `replication`, `state` (waiting,
/// running, done, failed, stopped), `attempts`, `failure` (why the last attempt failed), `cpu_s`
/// and `peak_rss_bytes` of the process that did it.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "metrics/store/result_store.hpp"
#include "sim/study/executor.hpp"
#include "sim/study/share.hpp"

namespace fieldtwin {

/// The id of a task.
std::string task_id(const StudyIdentity& study, const std::string& name, std::uint32_t replication);

/// The table in its file. All functions throw StoreError if it cannot be written.
class PlanTable {
 public:
  /// Opens or makes `plan.sqlite` in the plan's folder, or `plan-I-of-N.sqlite` for a share; the
  /// former takes over what those of shares know, and deletes them. A file that cannot be read, as
  /// after a power cut, is made anew.
  PlanTable(const std::filesystem::path& folder, const Share& share);
  PlanTable(const PlanTable&) = delete;
  PlanTable& operator=(const PlanTable&) = delete;
  ~PlanTable();

  /// Says which replications of a study are planned. Those among the finished ones (sorted) are
  /// done; others that a killed run was at are waiting again.
  void plan(const StudyIdentity& study, const std::string& name,
            const std::vector<StudyTask>& tasks, const std::vector<std::uint32_t>& finished);

  /// A task that has ended.
  struct Ended {
    std::string id;
    const TaskEnd& end;
  };
  /// Says which tasks were begun since it was told last, and which of all those have ended.
  void note(const std::vector<std::string>& begun, const std::vector<Ended>& ended);

 private:
  void take_in(const std::filesystem::path& file);

  Database database_;
};

}  // namespace fieldtwin

#pragma once
/// Local processes that work off the tasks of a study.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/quantities.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/plan.hpp"
#include "sim/study/shards.hpp"

namespace fieldtwin {

/// A task whose process did not deliver.
struct TaskFailure {
  StudyTask task;
  std::string what;  //!< "killed by signal 11 (Segmentation fault)"
};

/// What the processes used.
struct WorkersUsage {
  Seconds cpu{0.0};                  //!< user and system time of all of them
  std::uint64_t peak_rss_bytes = 0;  //!< resident memory of the largest one
};

enum class WorkersEnd {
  kDone,         //!< every task was tried
  kInterrupted,  //!< SIGINT, SIGTERM or SIGHUP came
  kDiskRefused,  //!< a process could not write its result: the others could not either
};

struct WorkersReport {
  WorkersEnd end = WorkersEnd::kDone;
  std::vector<TaskFailure> failures;  //!< in the order of the plan
  WorkersUsage usage;
};

/// What is done, and who is told.
struct WorkerDuties {
  /// In a process of its own: does the task and writes its result to the shard's part file.
  /// Throws DiskError if it cannot be written, anything else if the task fails.
  std::function<void(const StudyTask& task, const std::filesystem::path& part)> work;
  /// In this process, for each task, as soon as its shard is whole. Throws DiskError.
  std::function<void(const StudyTask& task, const std::filesystem::path& shard)> collect;
  /// In this process, several times a second.
  std::function<void()> tick;
};

/// Does the tasks in processes of their own, up to `jobs` at a time, and returns when none is left,
/// when a signal asks to stop, or when the disk refuses. A process that crashes costs its own task.
/// What `collect` throws ends the run: no process is left, here or after this process is killed.
///
/// This process must have no other threads, since it forks.
WorkersReport run_tasks(const std::vector<StudyTask>& tasks, unsigned jobs, const Shards& shards,
                        const WorkerDuties& duties);

/// Cores that this process may use.
unsigned available_cores();

}  // namespace fieldtwin

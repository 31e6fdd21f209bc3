#pragma once
/// Works off the tasks of studies.

#include <functional>
#include <string>
#include <vector>

#include "sim/study/executor.hpp"
#include "sim/study/queued_signals.hpp"

namespace fieldtwin {

/// A task whose process did not deliver.
struct TaskFailure {
  StudyTask task;
  std::string what;  //!< "killed by signal 11 (Segmentation fault)"
};

enum class WorkersEnd {
  kDone,         //!< every task was tried
  kInterrupted,  //!< SIGINT, SIGTERM or SIGHUP came
  kDiskRefused,  //!< a process could not write its result: the others could not either
};

struct WorkersReport {
  WorkersEnd end = WorkersEnd::kDone;
  std::vector<TaskFailure> failures;  //!< in the order of the tasks
};

/// Who is told. What these throw ends the run.
struct WorkerDuties {
  std::function<void(const StudyTask&)> begin;  //!< before a task is started
  /// As soon as a task has ended: done, its shard whole; or failed; or stopped.
  std::function<void(const TaskEnd&)> finish;
  std::function<void()> tick;  //!< several times a second
};

/// Has the tasks done, in their order, and returns when none is left, when a signal asks to stop,
/// or when the disk refuses.
WorkersReport run_tasks(const std::vector<StudyTask>& tasks, Executor& executor,
                        const QueuedSignals& signals, const WorkerDuties& duties);

}  // namespace fieldtwin

#pragma once
/// Processes on this machine, one a task.

#include <functional>

#include "sim/study/executor.hpp"
#include "sim/study/last_words.hpp"
#include "sim/study/queued_signals.hpp"

namespace fieldtwin {

/// What a process is for.
struct TaskWork {
  /// In a process of its own: does the task and leaves its shard, whole. Throws DiskError if it
  /// cannot be written, anything else if the task fails.
  std::function<void(const StudyTask&)> work;
  /// In the process that started that one: whether the shard of a task is whole. It is what counts:
  /// a process may die after its work is done.
  std::function<bool(const StudyTask&)> is_whole;
  /// In the same: removes what a process left that did not come to its end.
  std::function<void(const StudyTask&)> clean_up;
};

/// Forks a process for each task. A process that crashes costs its own task. If this process dies,
/// so do they.
///
/// This process must have no other threads, since it forks.
class LocalProcesses : public Executor {
 public:
  /// Up to `jobs` at a time. The signals must be queued as long as this object lives.
  LocalProcesses(unsigned jobs, const QueuedSignals& signals, TaskWork work);
  ~LocalProcesses() override;

  bool has_room() const override { return running_ < slots_.size(); }
  bool is_idle() const override { return running_ == 0; }
  void start(const StudyTask& task) override;
  std::vector<TaskEnd> ended() override;
  std::vector<TaskEnd> stop() override;
  std::chrono::milliseconds patience() const override { return std::chrono::milliseconds(100); }

 private:
  struct Slot {
    int pid = 0;  //!< 0: free
    StudyTask task;
  };

  [[noreturn]] void live_as_child(const StudyTask& task, std::size_t slot);
  TaskEnd verdict(std::size_t slot, int status, const WorkersUsage& usage);

  const QueuedSignals& signals_;
  TaskWork work_;
  std::vector<Slot> slots_;
  LastWords words_;
  std::size_t running_ = 0;
};

/// Cores that this process may use.
unsigned available_cores();

}  // namespace fieldtwin

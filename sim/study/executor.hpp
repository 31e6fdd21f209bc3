#pragma once
/// Whoever does the tasks of studies: processes on this machine, or on others.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/quantities.hpp"
#include "sim/study/task.hpp"

namespace fieldtwin {

/// What processes used.
struct WorkersUsage {
  Seconds cpu{0.0};                  //!< user and system time of all of them
  std::uint64_t peak_rss_bytes = 0;  //!< resident memory of the largest one
  void add(const WorkersUsage& other);
};

enum class TaskFate {
  kDone,         //!< its shard is whole
  kFailed,       //!< its process crashed, or said that it could not
  kDiskRefused,  //!< the shard could not be written: others could not either
  kNotStarted,   //!< the system refused to start its process
  kStopped,      //!< it was stopped before its end, on request
};

/// How a task ended.
struct TaskEnd {
  StudyTask task;
  TaskFate fate = TaskFate::kDone;
  std::string why;  //!< "killed by signal 11 (Segmentation fault)"; empty if done or stopped
  WorkersUsage usage;
};

/// Does tasks somewhere else, several at a time.
class Executor {
 public:
  Executor() = default;
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  virtual ~Executor() = default;  //!< ends what still runs

  virtual bool has_room() const = 0;  //!< whether another task can be started now
  virtual bool is_idle() const = 0;   //!< whether no task is under way
  /// Throws std::system_error if the system refuses.
  virtual void start(const StudyTask& task) = 0;
  /// The tasks that have ended since it was asked last; does not wait.
  virtual std::vector<TaskEnd> ended() = 0;
  /// Ends the tasks that are under way; how each of them ended.
  virtual std::vector<TaskEnd> stop() = 0;
  /// How long to wait for a signal before asking again; SIGCHLD is one.
  virtual std::chrono::milliseconds patience() const = 0;
  /// A file descriptor that can be read from when a task has ended; -1: there is none.
  virtual int descriptor() const { return -1; }
};

}  // namespace fieldtwin

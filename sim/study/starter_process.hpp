#pragma once
/// Processes on this machine, started by one that stays small.

#include <sys/types.h>

#include <optional>

#include "sim/study/channel.hpp"
#include "sim/study/local_processes.hpp"

namespace fieldtwin {

/// Has the processes of tasks forked by another process, which is split off when this object is
/// made and has what memory this one has then. Later this one may open databases, which must not
/// be carried across a fork, and fill its memory, of which each fork would copy the tables and
/// after each fork every page that is written.
///
/// If that process dies, so do those that it started; the tasks that it had been given fail, and
/// the next one splits off another, which is not small. If this process dies, so do they all. This
/// process must have no other threads, since it forks.
class StarterProcess : public Executor {
 public:
  /// As of LocalProcesses, but nothing of `work` is called in this process as long as the other one
  /// lives.
  StarterProcess(unsigned jobs, TaskWork work);
  ~StarterProcess() override;

  bool has_room() const override { return running_.size() < jobs_; }
  bool is_idle() const override { return running_.empty(); }
  void start(const StudyTask& task) override;
  /// Throws std::runtime_error if the system refused to start the process of a task.
  std::vector<TaskEnd> ended() override;
  std::vector<TaskEnd> stop() override;
  std::chrono::milliseconds patience() const override { return std::chrono::milliseconds(100); }
  int descriptor() const override { return channel_ ? channel_->descriptor() : -1; }

 private:
  void split_off();
  void tell(const std::string& message);
  void hear();
  void give_up_the_lost();
  std::string bury();

  std::size_t jobs_;
  TaskWork work_;
  std::vector<StudyTask> running_;
  std::vector<TaskEnd> ends_;  //!< that nobody has asked for yet
  pid_t starter_ = 0;
  std::optional<Channel> channel_;  //!< to the starter; nothing if there is none
};

}  // namespace fieldtwin

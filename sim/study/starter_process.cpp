#include "sim/study/starter_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "sim/study/child_process.hpp"
#include "sim/study/task_messages.hpp"
#include "sim/study/task_server.hpp"

namespace fieldtwin {
namespace {

using std::chrono::milliseconds;

/// The life of a starter: never returns.
[[noreturn]] void live_as_starter(const Channel& channel, unsigned jobs,
                                  const QueuedSignals& signals, const TaskWork& work) {
  try {
    leave_signals_to_the_parent();
    LocalProcesses processes(jobs, signals, work);
    serve_tasks(channel, signals, processes, task_from);
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

}  // namespace

StarterProcess::StarterProcess(unsigned jobs, const QueuedSignals& signals, TaskWork work)
    : jobs_(std::max(1u, jobs)), signals_(signals), work_(std::move(work)) {
  split_off();
}

StarterProcess::~StarterProcess() {
  stop();
  if (channel_) bury();
}

void StarterProcess::split_off() {
  auto [here, there] = Channel::make();
  starter_ = fork_child();
  if (starter_ == 0) {
    { const Channel unused = std::move(here); }
    live_as_starter(there, static_cast<unsigned>(jobs_), signals_, work_);
  }
  channel_.emplace(std::move(here));
}

void StarterProcess::start(const StudyTask& task) {
  if (!channel_) split_off();
  running_.push_back(task);
  tell(to_bytes(task));
}

/// If nobody is there to be told, `ended` finds out.
void StarterProcess::tell(const std::string& message) const {
  try {
    channel_->send(message);
  } catch (const std::system_error&) {
  }
}

std::vector<TaskEnd> StarterProcess::ended() {
  std::vector<TaskEnd> ends;
  while (!running_.empty() && channel_->has_message(milliseconds(0))) {
    const auto message = channel_->receive();
    if (!message) {
      std::ranges::move(lost(), std::back_inserter(ends));
      break;
    }
    ends.push_back(end_from(*message));
    std::erase(running_, ends.back().task);
  }
  return ends;
}

std::vector<TaskEnd> StarterProcess::stop() {
  std::vector<TaskEnd> ends;
  if (!running_.empty()) tell({});
  while (!running_.empty()) {
    channel_->has_message(patience());
    std::ranges::move(ended(), std::back_inserter(ends));
  }
  return ends;
}

/// How the tasks of a starter that has died ended.
std::vector<TaskEnd> StarterProcess::lost() {
  const std::string why = "the process that starts the others was " + bury();
  std::vector<TaskEnd> ends;
  for (const StudyTask& task : running_) {
    if (work_.is_whole(task)) {
      ends.push_back({task, TaskFate::kDone, {}, {}});
    } else {
      work_.clean_up(task);
      ends.push_back({task, TaskFate::kFailed, why, {}});
    }
  }
  running_.clear();
  return ends;
}

/// Waits for the starter's end; what it was.
std::string StarterProcess::bury() {
  channel_.reset();  // it ends when this end is gone
  int status = 0;
  while (waitpid(starter_, &status, 0) < 0 && errno == EINTR) {
  }
  return cause_of_death(status);
}

}  // namespace fieldtwin

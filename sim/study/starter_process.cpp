#include "sim/study/starter_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "sim/study/child_process.hpp"
#include "sim/study/task_messages.hpp"
#include "sim/study/task_server.hpp"

namespace fieldtwin {
namespace {

using std::chrono::milliseconds;

/// The life of a starter: never returns.
[[noreturn]] void live_as_starter(const Channel& channel, unsigned jobs, const TaskWork& work) {
  try {
    leave_signals_to_the_parent();
    const QueuedSignals signals;
    LocalProcesses processes(jobs, signals, work);
    serve_tasks(channel, signals, processes, task_from);
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

}  // namespace

StarterProcess::StarterProcess(unsigned jobs, TaskWork work)
    : jobs_(std::max(1u, jobs)), work_(std::move(work)) {
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
    live_as_starter(there, static_cast<unsigned>(jobs_), work_);
  }
  channel_.emplace(std::move(here));
}

void StarterProcess::start(const StudyTask& task) {
  if (!channel_) split_off();
  running_.push_back(task);
  tell(to_bytes(task));
}

/// The starter may be waiting until it can say something itself: it is listened to until it can be
/// told. If it has died, the tasks that it had are given up.
void StarterProcess::tell(const std::string& message) {
  while (channel_ && !channel_->can_send()) hear();
  try {
    if (channel_) channel_->send(message);
  } catch (const std::system_error&) {  // it is dead, which hear() will find
  }
}

/// Takes a message that has come.
void StarterProcess::hear() {
  const auto message = channel_->receive();
  if (!message) return give_up_the_lost();
  ends_.push_back(end_from(*message));
  std::erase(running_, ends_.back().task);
}

std::vector<TaskEnd> StarterProcess::ended() {
  while (!running_.empty() && channel_->has_message(milliseconds(0))) hear();
  const auto refused = std::ranges::find(ends_, TaskFate::kNotStarted, &TaskEnd::fate);
  if (refused != ends_.end()) throw std::runtime_error(refused->why);
  return std::exchange(ends_, {});
}

std::vector<TaskEnd> StarterProcess::stop() {
  if (!running_.empty()) tell({});
  while (!running_.empty()) hear();
  return std::exchange(ends_, {});
}

/// How the tasks of a starter that has died ended.
void StarterProcess::give_up_the_lost() {
  const std::string why = "the process that starts the others died: " + bury();
  for (const StudyTask& task : std::exchange(running_, {})) {
    if (work_.is_whole(task)) {
      ends_.push_back({task, TaskFate::kDone, {}, {}});
    } else {
      work_.clean_up(task);
      ends_.push_back({task, TaskFate::kFailed, why, {}});
    }
  }
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

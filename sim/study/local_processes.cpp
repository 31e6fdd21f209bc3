#include "sim/study/local_processes.hpp"

#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>

#include "sim/study/child_process.hpp"
#include "sim/study/disk_error.hpp"

namespace fieldtwin {
namespace {

constexpr int kFailed = 3;  //!< exit status of a process whose task threw
constexpr int kDisk = 4;    //!< of one that could not write its result

/// Why a task was not done, by the end of its process and what it said before.
std::string why_not_done(int status, const std::string& words) {
  if (WIFSIGNALED(status)) return cause_of_death(status);
  if (!words.empty()) return words;
  return WEXITSTATUS(status) == 0 ? "ended well but left no result" : cause_of_death(status);
}

WorkersUsage usage_of(const rusage& used) {
  const auto seconds = [](const timeval& time) {
    return Seconds(static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec));
  };
  return {seconds(used.ru_utime) + seconds(used.ru_stime),
          1024u * static_cast<std::uint64_t>(used.ru_maxrss)};
}

}  // namespace

void WorkersUsage::add(const WorkersUsage& other) {
  cpu += other.cpu;
  peak_rss_bytes = std::max(peak_rss_bytes, other.peak_rss_bytes);
}

LocalProcesses::LocalProcesses(unsigned jobs, const QueuedSignals& signals, TaskWork work)
    : signals_(signals),
      work_(std::move(work)),
      slots_(std::max(1u, jobs)),
      words_(std::max(1u, jobs)) {}

LocalProcesses::~LocalProcesses() {
  stop();
}

/// The life of a child: never returns.
void LocalProcesses::live_as_child(const StudyTask& task, std::size_t slot) {
  int status = kFailed;
  try {
    leave_signals_to_the_parent();
    signals_.restore_in_child();
    work_.work(task);
    status = 0;
  } catch (const DiskError& error) {
    words_.say(slot, error.what());
    status = kDisk;
  } catch (const std::filesystem::filesystem_error& error) {
    words_.say(slot, error.what());
    status = kDisk;
  } catch (const std::bad_alloc&) {
    words_.say(slot, "out of memory");
  } catch (const std::exception& error) {
    words_.say(slot, error.what());
  } catch (...) {
    words_.say(slot, "an unknown exception");
  }
  _exit(status);  // neither destructors nor buffers of the parent are the child's to run
}

void LocalProcesses::start(const StudyTask& task) {
  const auto free = std::ranges::find(slots_, 0, &Slot::pid);
  const auto slot = static_cast<std::size_t>(free - slots_.begin());
  words_.forget(slot);
  const pid_t pid = fork_child();
  if (pid == 0) live_as_child(task, slot);
  slots_[slot] = {pid, task};
  ++running_;
}

TaskEnd LocalProcesses::verdict(std::size_t slot, int status, const WorkersUsage& usage) {
  const StudyTask task = slots_[slot].task;
  slots_[slot].pid = 0;
  --running_;
  if (work_.is_whole(task)) return {task, TaskFate::kDone, {}, usage};
  work_.clean_up(task);
  const bool disk = WIFEXITED(status) && WEXITSTATUS(status) == kDisk;
  return {task, disk ? TaskFate::kDiskRefused : TaskFate::kFailed,
          why_not_done(status, words_.heard(slot)), usage};
}

std::vector<TaskEnd> LocalProcesses::ended() {
  std::vector<TaskEnd> ends;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    int status = 0;
    rusage used{};
    if (slots_[i].pid == 0 || wait4(slots_[i].pid, &status, WNOHANG, &used) != slots_[i].pid) {
      continue;
    }
    ends.push_back(verdict(i, status, usage_of(used)));
  }
  return ends;
}

std::vector<TaskEnd> LocalProcesses::stop() {
  std::vector<TaskEnd> ends;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (slots_[i].pid == 0) continue;
    kill(slots_[i].pid, SIGKILL);
    int status = 0;
    rusage used{};
    wait4(slots_[i].pid, &status, 0, &used);
    TaskEnd end = verdict(i, status, usage_of(used));
    if (end.fate == TaskFate::kFailed) end = {end.task, TaskFate::kStopped, {}, end.usage};
    ends.push_back(std::move(end));
  }
  return ends;
}

unsigned available_cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof(set), &set) != 0) return 1;
  return std::max(1, CPU_COUNT(&set));
}

}  // namespace fieldtwin

#include "sim/study/local_processes.hpp"

#include <fmt/format.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

#include "sim/study/disk_error.hpp"

namespace fieldtwin {
namespace {

constexpr int kFailed = 3;  //!< exit status of a process whose task threw
constexpr int kDisk = 4;    //!< of one that could not write its result

std::string cause_of_death(int status, const std::string& words) {
  if (WIFSIGNALED(status)) {
    const int number = WTERMSIG(status);
    const char* hint = number == SIGKILL ? "; the system may have run out of memory" : "";
    return fmt::format("killed by signal {} ({}{})", number, strsignal(number), hint);
  }
  if (!words.empty()) return words;
  if (WEXITSTATUS(status) == 0) return "ended well but left no result";
  return fmt::format("exited with status {}", WEXITSTATUS(status));
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
void LocalProcesses::live_as_child(const StudyTask& task, std::size_t slot, int parent) {
  int status = kFailed;
  try {
    signals_.restore_in_child();
    // A terminal signals the whole group; the parent decides what it means, and kills.
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) signal(number, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(kFailed);  // it died before the line above
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
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "cannot start a process");
  if (pid == 0) live_as_child(task, slot, parent);
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
          cause_of_death(status, words_.heard(slot)), usage};
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

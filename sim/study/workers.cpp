#include "sim/study/workers.hpp"

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
#include <new>
#include <system_error>

#include "sim/study/last_words.hpp"
#include "sim/study/queued_signals.hpp"

namespace fieldtwin {
namespace {

constexpr int kFailed = 3;  //!< exit status of a process whose task threw
constexpr int kDisk = 4;    //!< of one that could not write its result

/// The life of a child: never returns.
[[noreturn]] void live_as_child(const StudyTask& task, const WorkerDuties& duties,
                                const Shards& shards, pid_t parent, std::size_t slot,
                                LastWords& words) {
  int status = kFailed;
  try {
    signal(SIGINT, SIG_IGN);  // Ctrl-C reaches the whole group; the parent decides what it means
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(kFailed);  // it died before the line above
    duties.work(task, shards.part(task));
    shards.complete(task);
    status = 0;
  } catch (const DiskError& error) {
    words.say(slot, error.what());
    status = kDisk;
  } catch (const std::filesystem::filesystem_error& error) {
    words.say(slot, error.what());
    status = kDisk;
  } catch (const std::bad_alloc&) {
    words.say(slot, "out of memory");
  } catch (const std::exception& error) {
    words.say(slot, error.what());
  } catch (...) {
    words.say(slot, "an unknown exception");
  }
  _exit(status);  // neither destructors nor buffers of the parent are the child's to run
}

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

/// The processes of one run.
class Workers {
 public:
  Workers(const std::vector<StudyTask>& tasks, std::size_t jobs, const Shards& shards,
          const WorkerDuties& duties)
      : tasks_(tasks), shards_(shards), duties_(duties), slots_(jobs), words_(jobs) {}
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers() { kill_all(); }

  WorkersReport run() {
    while (report_.end == WorkersEnd::kDone && (start_more() || running_ > 0)) {
      obey(signals_.wait());
      for (int signal = signals_.poll(); signal != 0; signal = signals_.poll()) obey(signal);
      const auto whole = reap();
      start_more();  // before the merge, so that no core idles meanwhile
      for (const auto& task : whole) duties_.collect(task, shards_.whole(task));
      duties_.tick();
    }
    kill_all();
    std::sort(report_.failures.begin(), report_.failures.end(),
              [](const auto& a, const auto& b) { return a.task.id < b.task.id; });
    return report_;
  }

 private:
  struct Slot {
    pid_t pid = 0;  //!< 0: free
    StudyTask task;
  };

  void obey(int signal) {
    if (signal != 0 && signal != SIGCHLD) report_.end = WorkersEnd::kInterrupted;
  }

  /// Fills the free slots; whether any process was started.
  bool start_more() {
    bool started = false;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (report_.end != WorkersEnd::kDone || next_ == tasks_.size()) break;
      if (slots_[i].pid != 0) continue;
      words_.forget(i);
      const pid_t parent = getpid();
      const pid_t pid = fork();
      if (pid < 0)
        throw std::system_error(errno, std::generic_category(), "cannot start a process");
      if (pid == 0) {
        signals_.restore_in_child();
        live_as_child(tasks_[next_], duties_, shards_, parent, i, words_);
      }
      slots_[i] = {pid, tasks_[next_++]};
      ++running_;
      started = true;
    }
    return started;
  }

  /// Buries the processes that have ended; returns the tasks whose shards are whole.
  std::vector<StudyTask> reap() {
    std::vector<StudyTask> whole;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      Slot& slot = slots_[i];
      int status = 0;
      rusage used{};
      if (slot.pid == 0 || wait4(slot.pid, &status, WNOHANG, &used) != slot.pid) continue;
      count(used);
      slot.pid = 0;
      --running_;
      // A process may die after its work is done: what counts is the shard.
      if (std::filesystem::exists(shards_.whole(slot.task))) {
        whole.push_back(slot.task);
        continue;
      }
      shards_.drop_part(slot.task);
      report_.failures.push_back({slot.task, cause_of_death(status, words_.heard(i))});
      if (WIFEXITED(status) && WEXITSTATUS(status) == kDisk) {
        report_.end = WorkersEnd::kDiskRefused;
      }
    }
    return whole;
  }

  void kill_all() {
    for (auto& slot : slots_) {
      if (slot.pid == 0) continue;
      kill(slot.pid, SIGKILL);
      rusage used{};
      wait4(slot.pid, nullptr, 0, &used);
      count(used);
      shards_.drop_part(slot.task);
      slot.pid = 0;
      --running_;
    }
  }

  void count(const rusage& used) {
    const auto seconds = [](const timeval& time) {
      return Seconds(static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec));
    };
    report_.usage.cpu += seconds(used.ru_utime) + seconds(used.ru_stime);
    const auto rss = 1024u * static_cast<std::uint64_t>(used.ru_maxrss);
    report_.usage.peak_rss_bytes = std::max(report_.usage.peak_rss_bytes, rss);
  }

  const std::vector<StudyTask>& tasks_;
  const Shards& shards_;
  const WorkerDuties& duties_;
  QueuedSignals signals_;
  std::vector<Slot> slots_;
  LastWords words_;
  std::size_t next_ = 0;
  std::size_t running_ = 0;
  WorkersReport report_;
};

}  // namespace

WorkersReport run_tasks(const std::vector<StudyTask>& tasks, unsigned jobs, const Shards& shards,
                        const WorkerDuties& duties) {
  return Workers(tasks, std::max(1u, jobs), shards, duties).run();
}

unsigned available_cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof(set), &set) != 0) return 1;
  return std::max(1, CPU_COUNT(&set));
}

}  // namespace fieldtwin

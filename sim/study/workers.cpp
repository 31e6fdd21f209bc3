#include "sim/study/workers.hpp"

#include <signal.h>

#include <algorithm>

namespace fieldtwin {
namespace {

/// One run.
class Workers {
 public:
  Workers(const std::vector<StudyTask>& tasks, Executor& executor, const QueuedSignals& signals,
          const WorkerDuties& duties)
      : tasks_(tasks), executor_(executor), signals_(signals), duties_(duties) {}

  WorkersReport run() {
    start_more();
    while (report_.end == WorkersEnd::kDone && !executor_.is_idle()) {
      obey(signals_.wait(executor_.patience(), executor_.descriptor()));
      for (int signal = signals_.poll(); signal != 0; signal = signals_.poll()) obey(signal);
      const std::vector<TaskEnd> ends = executor_.ended();
      for (const TaskEnd& end : ends) judge(end);
      start_more();  // before the shards are merged, so that no core idles meanwhile
      for (const TaskEnd& end : ends) duties_.finish(end);
      duties_.tick();
    }
    for (const TaskEnd& end : executor_.stop()) {
      judge(end);
      duties_.finish(end);
    }
    std::ranges::sort(report_.failures, {}, &TaskFailure::task);
    return std::move(report_);
  }

 private:
  void obey(int signal) {
    if (signal != 0 && signal != SIGCHLD) report_.end = WorkersEnd::kInterrupted;
  }

  void judge(const TaskEnd& end) {
    if (end.fate == TaskFate::kDone || end.fate == TaskFate::kStopped) return;
    report_.failures.push_back({end.task, end.why});
    if (end.fate == TaskFate::kDiskRefused) report_.end = WorkersEnd::kDiskRefused;
  }

  void start_more() {
    while (report_.end == WorkersEnd::kDone && next_ < tasks_.size() && executor_.has_room()) {
      duties_.begin(tasks_[next_]);
      executor_.start(tasks_[next_++]);
    }
  }

  const std::vector<StudyTask>& tasks_;
  Executor& executor_;
  const QueuedSignals& signals_;
  const WorkerDuties& duties_;
  std::size_t next_ = 0;
  WorkersReport report_;
};

}  // namespace

WorkersReport run_tasks(const std::vector<StudyTask>& tasks, Executor& executor,
                        const QueuedSignals& signals, const WorkerDuties& duties) {
  return Workers(tasks, executor, signals, duties).run();
}

}  // namespace fieldtwin

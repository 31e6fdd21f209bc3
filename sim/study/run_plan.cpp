#include "sim/study/run_plan.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "sim/study/disk_error.hpp"
#include "sim/study/open_studies.hpp"
#include "sim/study/plan_table.hpp"
#include "sim/study/starter_process.hpp"
#include "sim/study/write_shard.hpp"

namespace fieldtwin {
namespace {

using Clock = std::chrono::steady_clock;

Seconds since(Clock::time_point began) {
  return Seconds(std::chrono::duration<double>(Clock::now() - began).count());
}

}  // namespace

/// One run of a plan.
class PlanDriver {
 public:
  PlanDriver(StudyPlan& plan, const std::function<void(const StudyProgress&)>& tell)
      : plan_(plan), tell_(tell), open_(plan), rests_(plan.size()) {
    run_.studies.resize(plan.size());
  }

  PlanRun run(const WorkForce& force, const Simulate& simulate) {
    const auto executor = executor_of(force, simulate);
    try {
      for (std::uint32_t i = 0; i < plan_.size(); ++i) survey(i);
      if (!tasks_.empty()) open_.open(tasks_.front().study);  // if it cannot be, nothing is left
      write_table();
      work_off(*executor);
      open_.close_all();
    } catch (const StoreError& error) {
      throw DiskError(error.what());
    }
    return std::move(run_);
  }

 private:
  /// What is left to do of a study.
  struct Rest {
    std::uint32_t tasks = 0;
    Clock::time_point began;
  };

  /// The tasks of a study that are to be done here, done or not.
  std::vector<StudyTask> share_of(std::uint32_t study, const std::vector<std::uint32_t>& without) {
    auto tasks = lacking_tasks(study, plan_.study(study).replications, without);
    std::erase_if(tasks, [this](const StudyTask& task) { return !plan_.share().has(task); });
    return tasks;
  }

  /// Finds out what a study lacks.
  void survey(std::uint32_t study) {
    auto& finished = plan_.points_[study].finished;
    if (!finished) finished = open_.finished(study);
    const auto tasks = share_of(study, *finished);
    tasks_.insert(tasks_.end(), tasks.begin(), tasks.end());
    rests_[study].tasks = static_cast<std::uint32_t>(tasks.size());
    const auto here = [&](std::uint32_t replication) {
      return plan_.share().has({study, replication});
    };
    StudyProgress& progress = run_.studies[study].progress;
    progress.finished = static_cast<std::uint32_t>(std::ranges::count_if(*finished, here));
    progress.planned = progress.finished + rests_[study].tasks;
    run_.progress.finished += progress.finished;
    run_.progress.planned += progress.planned;
    if (tasks.empty() || open_.size() > 1) open_.close(study);
  }

  void write_table() {
    table_.emplace(plan_.folder(), plan_.share());
    for (std::uint32_t i = 0; i < plan_.size(); ++i) {
      StudyPlan::Point& point = plan_.points_[i];
      if (point.in_table >= point.study.replications) continue;
      table_->plan(point.identity, point.study.name, share_of(i, {}), *point.finished);
      point.in_table = point.study.replications;
    }
  }

  /// What local processes do.
  TaskWork work_with(const Simulate& simulate) const {
    const StudyPlan& plan = plan_;
    const auto shards = [&plan](const StudyTask& task) -> const Shards& {
      return plan.files(task.study).shards();
    };
    return {
        .work =
            [&plan, &simulate, shards](const StudyTask& task) {
              const PlannedStudy& study = plan.study(task.study);
              write_shard(shards(task), plan.identity(task.study), study.record,
                          study.scenario.scenario, task.replication, simulate);
            },
        .is_whole =
            [shards](const StudyTask& task) { return shards(task).has_whole(task.replication); },
        .clean_up = [shards](const StudyTask& task) { shards(task).drop_part(task.replication); }};
  }

  /// Made before anything is opened, so that no process inherits it.
  std::unique_ptr<Executor> executor_of(const WorkForce& force, const Simulate& simulate) const {
    std::unique_ptr<Executor> executor = force.others ? force.others(plan_) : nullptr;
    if (executor) return executor;
    return std::make_unique<StarterProcess>(force.jobs, work_with(simulate));
  }

  void work_off(Executor& executor) {
    const QueuedSignals signals;
    const WorkersReport report = run_tasks(tasks_, executor, signals,
                                           {.begin = [this](const auto& task) { begin(task); },
                                            .finish = [this](const auto& end) { finish(end); },
                                            .tick = [this] { tick(); }});
    settle();
    tick();
    run_.end = report.end;
    for (auto& study : run_.studies) study.end = report.end;
    for (const TaskFailure& failure : report.failures) {
      run_.studies[failure.task.study].failures.push_back(failure);
    }
  }

  void begin(const StudyTask& task) {
    open_.open(task.study);
    Rest& rest = rests_[task.study];
    if (rest.began == Clock::time_point()) rest.began = Clock::now();
    begun_.push_back(id_of(task));
  }

  void finish(const TaskEnd& end) { ended_.push_back(end); }

  /// Whether what happened is to be written down now. A transaction costs as much for a few short
  /// replications as for one.
  bool is_due() const {
    constexpr Seconds kOften{1.0};
    constexpr std::size_t kMany = 64;
    if (begun_.empty() && ended_.empty()) return false;
    return ended_.size() >= kMany || since(settled_) >= kOften;
  }

  /// Merges the shards of the tasks that have ended, and tells the table. A process that is killed
  /// before has left the shards, and the next run takes them in.
  void settle() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> done;  // replications, by study
    for (const TaskEnd& end : ended_) {
      if (end.fate == TaskFate::kDone) done[end.task.study].push_back(end.task.replication);
    }
    for (const auto& [study, replications] : done) take(study, replications);
    std::vector<PlanTable::Ended> ended;
    for (const TaskEnd& end : ended_) ended.push_back({id_of(end.task), end});
    table_->note(begun_, ended);
    for (const TaskEnd& end : ended_) account_for(end);
    begun_.clear();
    ended_.clear();
    settled_ = Clock::now();
  }

  void take(std::uint32_t study, const std::vector<std::uint32_t>& replications) {
    const std::vector<double> scans = open_.take(study, replications);
    auto& finished = *plan_.points_[study].finished;
    for (std::size_t i = 0; i < replications.size(); ++i) {
      finished.insert(std::ranges::lower_bound(finished, replications[i]), replications[i]);
      for (StudyProgress* progress : {&run_.studies[study].progress, &run_.progress}) {
        ++progress->finished;
        ++progress->simulated;
        progress->scans += scans[i];
      }
    }
  }

  void account_for(const TaskEnd& end) {
    StudyRun& study = run_.studies[end.task.study];
    study.usage.add(end.usage);
    run_.usage.add(end.usage);
    study.progress.elapsed = since(rests_[end.task.study].began);
    if (--rests_[end.task.study].tasks == 0) open_.close(end.task.study);
  }

  std::string id_of(const StudyTask& task) const {
    return task_id(plan_.identity(task.study), plan_.study(task.study).name, task.replication);
  }

  void tick() {
    if (is_due()) settle();
    run_.progress.elapsed = since(began_);
    tell_(run_.progress);
  }

  StudyPlan& plan_;
  const std::function<void(const StudyProgress&)>& tell_;
  const Clock::time_point began_ = Clock::now();
  OpenStudies open_;
  std::optional<PlanTable> table_;
  std::vector<StudyTask> tasks_;
  std::vector<Rest> rests_;  //!< by study
  // What happened and is not written down yet.
  std::vector<std::string> begun_;
  std::vector<TaskEnd> ended_;
  Clock::time_point settled_ = Clock::now();
  PlanRun run_;
};

PlanRun run_plan(StudyPlan& plan, const WorkForce& force, const Simulate& simulate,
                 const std::function<void(const StudyProgress&)>& tell) {
  return PlanDriver(plan, tell).run(force, simulate);
}

}  // namespace fieldtwin

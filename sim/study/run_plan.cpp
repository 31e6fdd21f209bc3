#include "sim/study/run_plan.hpp"

#include <algorithm>
#include <chrono>

#include "sim/study/disk_error.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/open_studies.hpp"
#include "sim/study/plan_table.hpp"
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
    try {
      for (std::uint32_t i = 0; i < plan_.size(); ++i) survey(i);
      if (!tasks_.empty()) open_.open(tasks_.front().study);  // if it cannot be, nothing is left
      write_table();
      work_off(force, simulate);
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
            [shards](const StudyTask& task) {
              return exists(shards(task).whole(task.replication));
            },
        .clean_up = [shards](const StudyTask& task) { shards(task).drop_part(task.replication); }};
  }

  void work_off(const WorkForce& force, const Simulate& simulate) {
    const QueuedSignals signals;
    std::unique_ptr<Executor> executor = force.others ? force.others(plan_) : nullptr;
    if (!executor) {
      executor = std::make_unique<LocalProcesses>(force.jobs, signals, work_with(simulate));
    }
    const WorkersReport report = run_tasks(tasks_, *executor, signals,
                                           {.begin = [this](const auto& task) { begin(task); },
                                            .finish = [this](const auto& end) { finish(end); },
                                            .tick = [this] { tick(); }});
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
    table_->begin(id_of(task));
  }

  void finish(const TaskEnd& end) {
    StudyRun& study = run_.studies[end.task.study];
    if (end.fate == TaskFate::kDone) take(end.task);
    study.usage.add(end.usage);
    run_.usage.add(end.usage);
    study.progress.elapsed = since(rests_[end.task.study].began);
    table_->finish(id_of(end.task), end);
    if (--rests_[end.task.study].tasks == 0) open_.close(end.task.study);
  }

  void take(const StudyTask& task) {
    const double scans = open_.take(task);
    auto& finished = *plan_.points_[task.study].finished;
    finished.insert(std::ranges::lower_bound(finished, task.replication), task.replication);
    for (StudyProgress* progress : {&run_.studies[task.study].progress, &run_.progress}) {
      ++progress->finished;
      ++progress->simulated;
      progress->scans += scans;
    }
  }

  std::string id_of(const StudyTask& task) const {
    return task_id(plan_.identity(task.study), plan_.study(task.study).name, task.replication);
  }

  void tick() {
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
  PlanRun run_;
};

PlanRun run_plan(StudyPlan& plan, const WorkForce& force, const Simulate& simulate,
                 const std::function<void(const StudyProgress&)>& tell) {
  return PlanDriver(plan, tell).run(force, simulate);
}

}  // namespace fieldtwin

#include "sim/study/run_plan.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "sim/study/disk_error.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/open_study.hpp"
#include "sim/study/plan_table.hpp"
#include "sim/study/study_directory.hpp"
#include "sim/study/write_shard.hpp"

namespace fieldtwin {
namespace {

using Clock = std::chrono::steady_clock;

Seconds since(Clock::time_point began) {
  return Seconds(std::chrono::duration<double>(Clock::now() - began).count());
}

/// Scans of a replication that is in the store.
double scans_of(ResultStore& store, std::uint32_t replication) {
  Statement query = store.database().prepare("SELECT scans FROM replication WHERE replication = ?");
  return query.bind(1, std::int64_t{replication}).step() ? query.real(0) : 0.0;
}

/// A study's folder and results while tasks of it are under way.
struct OpenStudy {
  template <class Folder>
  OpenStudy(const Folder& folder, const PlannedStudy& study, const StudyIdentity& identity)
      : directory(folder), store(open_study(directory, study.scenario, identity)) {}
  /// Leaves one file for readers.
  void close() { store.database().execute("PRAGMA journal_mode = DELETE"); }

  StudyDirectory directory;
  ResultStore store;
};

}  // namespace

/// One run of a plan.
class PlanDriver {
 public:
  PlanDriver(StudyPlan& plan, const Simulate& simulate,
             const std::function<void(const StudyProgress&)>& tell)
      : plan_(plan), simulate_(simulate), tell_(tell), rests_(plan.size()) {
    run_.studies.resize(plan.size());
  }

  PlanRun run(const WorkForce& force) {
    try {
      for (std::uint32_t i = 0; i < plan_.size(); ++i) survey(i);
      write_table();
      work_off(force);
    } catch (const StoreError& error) {
      throw DiskError(error.what());
    }
    for (auto& study : run_.studies) study.end = run_.end;
    return std::move(run_);
  }

 private:
  /// What is left to do of a study.
  struct Rest {
    std::uint32_t tasks = 0;
    Clock::time_point began;
  };

  OpenStudy& open(std::uint32_t number) {
    auto& study = open_[number];
    if (study) return *study;
    const StudyPlan::Point& point = plan_.points_[number];
    if (point.study.name.empty()) {
      study = std::make_unique<OpenStudy>(plan_.folder_, point.study, point.identity);
    } else {
      study = std::make_unique<OpenStudy>(point.files.folder(), point.study, point.identity);
    }
    return *study;
  }

  void close(std::uint32_t number) {
    const auto study = open_.extract(number);
    if (!study.empty()) study.mapped()->close();
  }

  /// Finds out what a study lacks.
  void survey(std::uint32_t number) {
    StudyPlan::Point& point = plan_.points_[number];
    if (!point.finished) {
      point.finished.emplace();
      if (exists(point.files.results()) || exists(point.files.folder() / "shards")) {
        point.finished = open(number).store.finished();
      }
    }
    const auto tasks = lacking_tasks(number, point.study.replications, *point.finished);
    tasks_.insert(tasks_.end(), tasks.begin(), tasks.end());
    rests_[number].tasks = static_cast<std::uint32_t>(tasks.size());
    StudyProgress& progress = run_.studies[number].progress;
    progress.finished = static_cast<std::uint32_t>(point.finished->size());
    progress.planned = progress.finished + rests_[number].tasks;
    run_.progress.finished += progress.finished;
    run_.progress.planned += progress.planned;
    if (tasks.empty() || open_.size() > 1) close(number);
  }

  void write_table() {
    if (tasks_.empty()) return;
    open(tasks_.front().study);  // if that is not possible, nothing is left behind
    table_.emplace(plan_.folder() / "plan.sqlite");
    for (StudyPlan::Point& point : plan_.points_) {
      if (point.in_table >= point.study.replications) continue;
      table_->plan(point.identity, point.study.name, point.study.replications, *point.finished);
      point.in_table = point.study.replications;
    }
  }

  void work_off(const WorkForce& force) {
    const QueuedSignals signals;
    LocalProcesses executor(
        force.jobs, signals,
        {.work =
             [this](const StudyTask& task) {
               const StudyPlan::Point& point = plan_.points_[task.study];
               write_shard(point.files.shards(), point.identity, point.study.record,
                           point.study.scenario.scenario, task.replication, simulate_);
             },
         .is_whole = [this](const StudyTask& task) { return exists(whole(task)); },
         .clean_up =
             [this](const StudyTask& task) {
               plan_.files(task.study).shards().drop_part(task.replication);
             }});
    const WorkersReport report = run_tasks(tasks_, executor, signals,
                                           {.begin = [this](const auto& task) { begin(task); },
                                            .finish = [this](const auto& end) { finish(end); },
                                            .tick = [this] { tick(); }});
    tick();
    run_.end = report.end;
    for (const TaskFailure& failure : report.failures) {
      run_.studies[failure.task.study].failures.push_back(failure);
    }
    while (!open_.empty()) close(open_.begin()->first);
  }

  std::filesystem::path whole(const StudyTask& task) const {
    return plan_.files(task.study).shards().whole(task.replication);
  }

  std::string id_of(const StudyTask& task) const {
    const StudyPlan::Point& point = plan_.points_[task.study];
    return task_id(point.identity, point.study.name, task.replication);
  }

  void begin(const StudyTask& task) {
    open(task.study);
    Rest& rest = rests_[task.study];
    if (rest.began == Clock::time_point()) rest.began = Clock::now();
    table_->begin(id_of(task));
  }

  void finish(const TaskEnd& end) {
    StudyRun& study = run_.studies[end.task.study];
    if (end.fate == TaskFate::kDone) merge(end.task);
    study.usage.add(end.usage);
    run_.usage.add(end.usage);
    study.progress.elapsed = since(rests_[end.task.study].began);
    table_->finish(id_of(end.task), end);
    if (--rests_[end.task.study].tasks == 0) close(end.task.study);
  }

  void merge(const StudyTask& task) {
    ResultStore& store = open(task.study).store;
    store.merge_from(whole(task));
    std::filesystem::remove(whole(task));
    auto& finished = *plan_.points_[task.study].finished;
    finished.insert(std::ranges::lower_bound(finished, task.replication), task.replication);
    const double scans = scans_of(store, task.replication);
    for (StudyProgress* progress : {&run_.studies[task.study].progress, &run_.progress}) {
      ++progress->finished;
      ++progress->simulated;
      progress->scans += scans;
    }
  }

  void tick() {
    run_.progress.elapsed = since(began_);
    tell_(run_.progress);
  }

  StudyPlan& plan_;
  const Simulate& simulate_;
  const std::function<void(const StudyProgress&)>& tell_;
  const Clock::time_point began_ = Clock::now();
  std::vector<StudyTask> tasks_;
  std::vector<Rest> rests_;  //!< by study
  std::map<std::uint32_t, std::unique_ptr<OpenStudy>> open_;
  std::optional<PlanTable> table_;
  PlanRun run_;
};

PlanRun run_plan(StudyPlan& plan, const WorkForce& force, const Simulate& simulate,
                 const std::function<void(const StudyProgress&)>& tell) {
  return PlanDriver(plan, simulate, tell).run(force);
}

}  // namespace fieldtwin

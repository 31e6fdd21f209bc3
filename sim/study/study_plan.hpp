#pragma once
/// A plan: studies that are worked off together, by one pool of workers.
///
///     StudyPlan plan("out/sweep");                      // takes the folder for this process
///     for (const auto& point : design)                  // a study for each point, in its folder
///       plan.add({.name = point.name, .scenario = point.scenario, .seed = 1, .replications = 3});
///     const PlanRun run = run_plan(plan, {.jobs = 8}, simulate_replication, tell);
///     StudyData first = plan.data(0);                   // the numbers of its replications
///     plan.raise(0, 10);                                // more of them, and further points
///     plan.add(...);
///     run_plan(plan, ...);                              // does what is not there yet
///
/// A command of the program uses hold_session (sim/cli/study_session.hpp) instead of run_plan: it
/// shows progress, and says how it ended.
///
/// What is finished is kept, whatever happens: the same plan in the same folder goes on from there.
/// PLAN/plan.sqlite tells of each task how it stands; see plan_table.hpp.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "metrics/collector.hpp"
#include "metrics/store/result_store.hpp"
#include "metrics/study_data.hpp"
#include "scenarios/load.hpp"
#include "sim/study/output_folder.hpp"
#include "sim/study/share.hpp"
#include "sim/study/study_files.hpp"

namespace fieldtwin {

/// One study of a plan: a point of a design, a side of a comparison.
struct PlannedStudy {
  std::string name;  //!< of its folder in the plan's, `01-base`; empty: the plan's own folder
  ResolvedScenario scenario;
  std::uint64_t seed = 0;
  RecordLevel record = RecordLevel::kCases;
  std::uint32_t replications = 1;  //!< the first so many; more that are there already are kept
};

/// The studies of a plan, each an ordinary study folder (results.sqlite, resolved.yaml) within the
/// plan's own.
class StudyPlan {
 public:
  /// Takes the folder for this process alone, and makes it if it is not there; see OutputFolder. A
  /// plan of which only a share is to be done here shares it with the others who do the rest.
  explicit StudyPlan(std::filesystem::path folder, Share share = {});

  /// Adds a study and returns its number; the first is 0. Nothing is written yet. Throws
  /// StudyRefused, saying what differs, if its folder holds another study or files that are no
  /// study's; std::invalid_argument if the plan has one of that name.
  std::size_t add(PlannedStudy study);

  /// Asks for more replications of a study; fewer than before changes nothing.
  void raise(std::size_t study, std::uint32_t replications);

  std::size_t size() const { return points_.size(); }
  const PlannedStudy& study(std::size_t number) const { return points_.at(number).study; }
  const StudyIdentity& identity(std::size_t number) const { return points_.at(number).identity; }
  const StudyFiles& files(std::size_t number) const { return points_.at(number).files; }
  const std::filesystem::path& folder() const { return folder_.path(); }
  const OutputFolder& output_folder() const { return folder_; }
  const Share& share() const { return share_; }

  /// Replications in the study's results file, or in shards that will be merged into it, rising;
  /// nothing before run_plan has looked.
  const std::vector<std::uint32_t>& finished(std::size_t number) const;

  /// The numbers of the study's replications that were asked for and are finished. Throws
  /// StudyRefused if there are none, or they cannot be read.
  StudyData data(std::size_t number) const;

 private:
  friend class PlanDriver;
  struct Point {
    PlannedStudy study;
    StudyIdentity identity;
    StudyFiles files;
    std::optional<std::vector<std::uint32_t>> finished;  //!< nothing before a run has looked
    std::uint32_t in_table = 0;                          //!< replications that plan.sqlite knows
  };

  OutputFolder folder_;
  Share share_;
  std::vector<Point> points_;
};

}  // namespace fieldtwin

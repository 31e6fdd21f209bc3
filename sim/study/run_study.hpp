#pragma once
/// A study from its plan to its results file.

#include <cstdint>
#include <functional>
#include <vector>

#include "metrics/collector.hpp"
#include "metrics/replication_result.hpp"
#include "scenarios/load.hpp"
#include "sim/study/study_directory.hpp"
#include "sim/study/workers.hpp"

namespace fieldtwin {

/// What is asked for.
struct StudyRequest {
  std::uint64_t seed = 0;
  RecordLevel record = RecordLevel::kCases;
  std::uint32_t replications = 1;
  unsigned jobs = 1;
};

/// How far it is.
struct StudyProgress {
  std::uint32_t finished;   //!< replications in the results file
  std::uint32_t planned;    //!< that it will hold
  std::uint32_t simulated;  //!< of the finished ones, by this run
  double scans;             //!< in those
  Seconds elapsed;          //!< since this run began
};

/// What was done.
struct StudyRun {
  WorkersEnd end = WorkersEnd::kDone;
  std::vector<TaskFailure> failures;
  WorkersUsage usage;
  StudyProgress progress;
};

/// Simulates one replication, in a process of its own.
using Simulate =
    std::function<ReplicationResult(const Scenario&, std::uint64_t seed, std::uint32_t replication,
                                    RecordLevel, const CaseSink& keep)>;

/// Simulates what the directory's results file lacks of the first `replications` replications, and
/// adds it. What a killed run left finished is used. The results depend neither on `jobs` nor on
/// how often the study was interrupted. `tell` hears of progress several times a second.
///
/// Throws StudyRefused if the directory holds another study, DiskError if it cannot be written.
StudyRun run_study(const StudyDirectory& directory, const ResolvedScenario& scenario,
                   const StudyRequest& request, const Simulate& simulate,
                   const std::function<void(const StudyProgress&)>& tell);

}  // namespace fieldtwin

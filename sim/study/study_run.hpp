#pragma once
/// What is asked of studies, and what came of it.

#include <cstdint>
#include <functional>
#include <vector>

#include "metrics/collector.hpp"
#include "metrics/replication_result.hpp"
#include "scenarios/scenario.hpp"
#include "sim/study/workers.hpp"

namespace fieldtwin {

/// What is asked for, of a study beside its scenario.
struct StudyRequest {
  std::uint64_t seed = 0;
  RecordLevel record = RecordLevel::kCases;
  std::uint32_t replications = 1;
  unsigned jobs = 1;
};

/// How far it is.
struct StudyProgress {
  std::uint32_t finished = 0;   //!< replications in the results file
  std::uint32_t planned = 0;    //!< that it will hold
  std::uint32_t simulated = 0;  //!< of the finished ones, by this run
  double scans = 0.0;           //!< in those
  Seconds elapsed{0.0};         //!< since this run began
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

}  // namespace fieldtwin

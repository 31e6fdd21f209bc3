#pragma once
/// What a study consists of.

#include <cstdint>
#include <string>
#include <vector>

namespace fieldtwin {

/// One piece of work of a study: one process simulates it, and it is finished or not done at all.
struct StudyTask {
  std::uint32_t id = 0;           //!< names its shard; unique in the study
  std::uint32_t replication = 0;  //!< with the seed, it determines every draw
};

/// Replications 0 to n-1 of one scenario. A longer plan begins with the tasks of a shorter one.
std::vector<StudyTask> plan_replications(std::uint32_t n);

/// The tasks of a plan that are not among the finished replications (sorted).
std::vector<StudyTask> unfinished(const std::vector<StudyTask>& plan,
                                  const std::vector<std::uint32_t>& finished);

}  // namespace fieldtwin

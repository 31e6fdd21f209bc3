#pragma once
/// What studies consist of.

#include <compare>
#include <cstdint>
#include <vector>

namespace fieldtwin {

/// One piece of work: one process simulates it, and it is finished or not done at all.
struct StudyTask {
  std::uint32_t study = 0;        //!< number of its study in the plan
  std::uint32_t replication = 0;  //!< with the study's seed, it determines every draw
  auto operator<=>(const StudyTask&) const = default;
};

/// The tasks of a study of n replications, 0 to n-1, that are not among the finished ones (sorted).
std::vector<StudyTask> lacking_tasks(std::uint32_t study, std::uint32_t n,
                                     const std::vector<std::uint32_t>& finished);

}  // namespace fieldtwin

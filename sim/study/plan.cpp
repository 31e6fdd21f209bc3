#include "sim/study/plan.hpp"

#include <algorithm>

namespace fieldtwin {

std::vector<StudyTask> plan_replications(std::uint32_t n) {
  std::vector<StudyTask> plan;
  plan.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) plan.push_back({i, i});
  return plan;
}

std::vector<StudyTask> unfinished(const std::vector<StudyTask>& plan,
                                  const std::vector<std::uint32_t>& finished) {
  std::vector<StudyTask> rest;
  for (const auto& task : plan) {
    if (!std::binary_search(finished.begin(), finished.end(), task.replication)) {
      rest.push_back(task);
    }
  }
  return rest;
}

}  // namespace fieldtwin

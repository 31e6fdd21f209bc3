#include "sim/study/task.hpp"

#include <algorithm>

namespace fieldtwin {

std::vector<StudyTask> lacking_tasks(std::uint32_t study, std::uint32_t n,
                                     const std::vector<std::uint32_t>& finished) {
  std::vector<StudyTask> tasks;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!std::ranges::binary_search(finished, i)) tasks.push_back({study, i});
  }
  return tasks;
}

}  // namespace fieldtwin

#pragma once
/// Cases of a study, told by simulating them again.

#include <filesystem>
#include <vector>

#include "metrics/story/story_output.hpp"
#include "sim/study/study_files.hpp"

namespace fieldtwin {

/// A case, and what its record says of the telling.
struct ToldCase {
  Story story;
  Agreement agreement;
};

/// Simulates one replication again and tells these encounters of it, in the order of their numbers;
/// one that did not come to a scan is left out. In a process that has had no engine yet. Throws
/// StudyRefused if the study cannot be simulated again, std::runtime_error if it does not happen
/// again as recorded.
std::vector<ToldCase> tell_cases(const std::filesystem::path& folder, std::uint32_t replication,
                                 const std::vector<std::uint64_t>& encounters);

/// Writes stories.json for the report: the first wrongful holds of the first replication that has
/// any, at most three, told in a process of its own. Returns whether it did: not if no case was
/// recorded, or if the file is there.
bool write_first_stories(const StudyFiles& files);

}  // namespace fieldtwin

#pragma once
/// The files that are made from the studies of a comparison.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fieldtwin {

/// What a comparison is made of. The base comes first.
struct ComparisonParts {
  std::filesystem::path folder;
  std::vector<std::string> names;
  std::vector<std::filesystem::path> studies;  //!< folders in that one
  std::uint32_t replications = 0;              //!< the first ones of every study are compared
  std::string selection;                       //!< what was selected, as JSON; empty if nothing was
};

/// Writes report.html and compare.json (last) from the studies' files alone; returns the text of
/// compare.json. Throws StudyRefused if a study cannot be read, DiskError.
std::string write_comparison(const ComparisonParts& parts);

/// Whether the folder holds a comparison that was finished once.
bool is_comparison(const std::filesystem::path& folder);

/// Of a finished comparison, from its compare.json and the folders of its studies. Throws
/// StudyRefused if they do not fit together.
ComparisonParts parts_of_comparison(const std::filesystem::path& folder);

}  // namespace fieldtwin

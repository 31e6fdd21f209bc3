#pragma once
/// The folder of a comparison: a study's folder for each scenario, and compare.json.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/load.hpp"
#include "sim/study/study_files.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// Names for the alternatives of a comparison, from their scenarios': where one comes again it gets
/// a number, `precinct`, `precinct-2`.
std::vector<std::string> distinct_names(const std::vector<std::string>& names);

/// DIR/01-BASE, DIR/02-ALTERNATIVE, ...: ordinary study folders.
class ComparisonDirectory {
 public:
  /// Of the base and its alternatives, in this order. Nothing is touched.
  ComparisonDirectory(std::filesystem::path folder, const std::vector<std::string>& names);

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path comparison() const { return folder_ / "compare.json"; }
  const std::vector<std::filesystem::path>& studies() const { return studies_; }

  /// Throws StudyRefused, saying why, if the folder holds a study of its own, other scenarios than
  /// these or a compare.json without any, or if one of the studies in it is another. It may lack
  /// some: a comparison that was interrupted goes on, and one with further alternatives is added
  /// to. The scenarios are those of the studies, in their order.
  void refuse_others(const std::vector<ResolvedScenario>& scenarios,
                     const StudyRequest& request) const;

 private:
  void refuse_strangers() const;

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> studies_;
};

}  // namespace fieldtwin

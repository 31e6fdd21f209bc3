#pragma once
/// The files of one study, by name.

#include <filesystem>
#include <stdexcept>

#include "sim/study/shards.hpp"

namespace fieldtwin {

/// The folder cannot be used for this study; nothing in it was touched.
class StudyRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Names alone: nothing is opened or made.
class StudyFiles {
 public:
  explicit StudyFiles(std::filesystem::path folder)
      : folder_(std::move(folder)), shards_(folder_ / "shards") {}

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path results() const { return folder_ / "results.sqlite"; }
  std::filesystem::path summary() const { return folder_ / "summary.json"; }
  std::filesystem::path run_record() const { return folder_ / "run.json"; }
  std::filesystem::path resolved() const { return folder_ / "resolved.yaml"; }
  std::filesystem::path report() const { return folder_ / "report.html"; }
  const Shards& shards() const { return shards_; }

  /// Throws StudyRefused if the folder holds files of these names that are no study's.
  void refuse_strangers() const;

 private:
  std::filesystem::path folder_;
  Shards shards_;
};

}  // namespace fieldtwin

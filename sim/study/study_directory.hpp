#pragma once
/// The folder of one study.

#include <filesystem>
#include <stdexcept>
#include <vector>

#include "sim/study/shards.hpp"

namespace fieldtwin {

/// The folder cannot be used for this study; nothing in it was touched.
class StudyRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A study's folder, taken for this process alone. It is made if it is not there; if nothing is
/// kept in it at the end, what was made is removed again.
class StudyDirectory {
 public:
  /// Throws DiskError if the folder cannot be made or written, StudyRefused if another process
  /// works in it or if it holds files of the same names that are no study's.
  explicit StudyDirectory(std::filesystem::path folder);
  StudyDirectory(const StudyDirectory&) = delete;
  StudyDirectory& operator=(const StudyDirectory&) = delete;
  ~StudyDirectory();

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path results() const { return folder_ / "results.sqlite"; }
  std::filesystem::path summary() const { return folder_ / "summary.json"; }
  std::filesystem::path run_record() const { return folder_ / "run.json"; }
  std::filesystem::path resolved() const { return folder_ / "resolved.yaml"; }
  std::filesystem::path report() const { return folder_ / "report.html"; }
  const Shards& shards() const { return shards_; }

 private:
  /// An open file of this process.
  struct Descriptor {
    int value = -1;
    ~Descriptor();
  };

  void lock();
  void refuse_strangers() const;

  std::filesystem::path folder_;
  Shards shards_;
  std::vector<std::filesystem::path> made_;  //!< innermost first
  Descriptor lock_;                          //!< of the folder
};

}  // namespace fieldtwin

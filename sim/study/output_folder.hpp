#pragma once
/// A folder that results go to.

#include <filesystem>
#include <vector>

namespace fieldtwin {

/// A folder taken for this process alone. It is made if it is not there; if nothing is kept in it
/// at the end, what was made is removed again.
class OutputFolder {
 public:
  /// Throws DiskError if the folder cannot be made, StudyRefused if another process works in it.
  explicit OutputFolder(std::filesystem::path folder);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  const std::filesystem::path& path() const { return folder_; }

 private:
  void lock();
  void remove_what_was_made();

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> made_;  //!< innermost first
  int descriptor_ = -1;                      //!< of the folder: holds the lock
};

}  // namespace fieldtwin

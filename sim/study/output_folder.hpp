#pragma once
/// A folder that results go to.

#include <filesystem>
#include <vector>

namespace fieldtwin {

/// Who may work in a folder meanwhile.
enum class FolderUse {
  kAlone,   //!< nobody else
  kShared,  //!< others that share it
};

/// A folder taken for this process, by a lock that ends with it. It is made if it is not there; if
/// it was taken alone and nothing is kept in it at the end, what was made is removed again.
class OutputFolder {
 public:
  /// Throws DiskError if the folder cannot be made, StudyRefused if another process works in it.
  explicit OutputFolder(std::filesystem::path folder, FolderUse use = FolderUse::kAlone);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  const std::filesystem::path& path() const { return folder_; }
  FolderUse use() const { return use_; }

 private:
  void lock();
  void remove_what_was_made();

  std::filesystem::path folder_;
  FolderUse use_;
  std::vector<std::filesystem::path> made_;  //!< innermost first
  int descriptor_ = -1;                      //!< of the folder: holds the lock
};

}  // namespace fieldtwin

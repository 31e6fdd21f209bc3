#pragma once
/// The folder of one study, to be written.

#include <optional>

#include "sim/study/output_folder.hpp"
#include "sim/study/study_files.hpp"

namespace fieldtwin {

/// A study's folder, taken for this process, with a folder for its shards; see OutputFolder.
class StudyDirectory : public StudyFiles {
 public:
  /// Throws DiskError if the folder cannot be made or written, StudyRefused if another process
  /// works in it or if it holds files of the same names that are no study's.
  explicit StudyDirectory(const std::filesystem::path& folder, FolderUse use = FolderUse::kAlone);
  /// In a folder that this process has taken already, and that outlives this object.
  explicit StudyDirectory(const OutputFolder& folder);
  StudyDirectory(const StudyDirectory&) = delete;
  StudyDirectory& operator=(const StudyDirectory&) = delete;
  ~StudyDirectory();

 private:
  void create_shards() const;

  FolderUse use_;
  std::optional<OutputFolder> own_;
};

}  // namespace fieldtwin

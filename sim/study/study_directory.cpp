#include "sim/study/study_directory.hpp"

#include <fmt/format.h>

#include "sim/study/disk_error.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

void StudyFiles::refuse_strangers() const {
  std::error_code unreachable;
  if (fs::exists(results(), unreachable)) return;
  for (const auto& file : {summary(), run_record(), resolved(), report()}) {
    if (!fs::exists(file, unreachable)) continue;
    throw StudyRefused(
        fmt::format("{} is there, but no results.sqlite (it belongs to something else, and would "
                    "be overwritten). Choose another directory with -o.",
                    file.string()));
  }
}

StudyDirectory::StudyDirectory(const fs::path& folder, FolderUse use)
    : StudyFiles(folder), use_(use) {
  refuse_strangers();
  own_.emplace(folder, use);
  create_shards();
}

StudyDirectory::StudyDirectory(const OutputFolder& folder)
    : StudyFiles(folder.path()), use_(folder.use()) {
  refuse_strangers();
  create_shards();
}

StudyDirectory::~StudyDirectory() {
  if (use_ == FolderUse::kShared) return;  // somebody may be about to write there
  shards().remove_if_empty();
}

void StudyDirectory::create_shards() const {
  try {
    shards().create();
  } catch (const fs::filesystem_error& error) {
    throw DiskError(fmt::format("cannot write in the output directory {}: {}", folder().string(),
                                error.code().message()));
  }
}

}  // namespace fieldtwin

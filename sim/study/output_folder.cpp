#include "sim/study/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "sim/study/disk_error.hpp"
#include "sim/study/study_files.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

/// The folders that will have to be made for this one, innermost first.
std::vector<fs::path> missing_folders(fs::path folder) {
  std::vector<fs::path> missing;
  for (; !folder.empty() && !fs::exists(folder); folder = folder.parent_path()) {
    missing.push_back(folder);
  }
  return missing;
}

}  // namespace

OutputFolder::OutputFolder(fs::path folder, FolderUse use) : folder_(std::move(folder)), use_(use) {
  try {
    made_ = missing_folders(folder_);
    fs::create_directories(folder_);
  } catch (const fs::filesystem_error& error) {
    remove_what_was_made();
    throw DiskError(fmt::format("cannot write in the output directory {}: {}", folder_.string(),
                                error.code().message()));
  }
  lock();
}

OutputFolder::~OutputFolder() {
  if (use_ == FolderUse::kAlone) remove_what_was_made();
  if (descriptor_ >= 0) close(descriptor_);
}

void OutputFolder::remove_what_was_made() {
  std::error_code full;
  for (const auto& made : made_) fs::remove(made, full);
}

void OutputFolder::lock() {
  descriptor_ = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const int kind = use_ == FolderUse::kAlone ? LOCK_EX : LOCK_SH;
  // Processes of a killed run hold the lock until they have died too, which is a matter of
  // milliseconds.
  for (int attempt = 0; attempt < 20; ++attempt) {
    if (flock(descriptor_, kind | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK) return;  // a file system without locks
    usleep(50'000);
  }
  close(descriptor_);
  throw StudyRefused(
      fmt::format("another fieldtwin is working in {}. Wait for it to end, or choose another "
                  "directory with -o.",
                  folder_.string()));
}

}  // namespace fieldtwin

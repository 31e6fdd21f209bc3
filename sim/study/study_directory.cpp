#include "sim/study/study_directory.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "sim/study/disk_error.hpp"

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

void remove_if_empty(const fs::path& folder) {
  std::error_code full;
  fs::remove(folder, full);
}

}  // namespace

StudyDirectory::StudyDirectory(fs::path folder)
    : folder_(std::move(folder)), shards_(folder_ / "shards") {
  try {
    refuse_strangers();
    made_ = missing_folders(folder_);
    fs::create_directories(folder_);
    lock();
    shards_.create();
  } catch (const fs::filesystem_error& error) {
    for (const auto& made : made_) remove_if_empty(made);
    throw DiskError(fmt::format("cannot write in the output directory {}: {}", folder_.string(),
                                error.code().message()));
  }
}

StudyDirectory::~StudyDirectory() {
  remove_if_empty(folder_ / "shards");
  for (const auto& made : made_) remove_if_empty(made);
}

StudyDirectory::Descriptor::~Descriptor() {
  if (value >= 0) close(value);
}

void StudyDirectory::lock() {
  lock_.value = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  // Processes of a killed run hold the lock until they have died too, which is a matter of
  // milliseconds.
  for (int attempt = 0; attempt < 20; ++attempt) {
    if (flock(lock_.value, LOCK_EX | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK) return;  // a file system without locks
    usleep(50'000);
  }
  throw StudyRefused(
      fmt::format("another fieldtwin is working in {}. Wait for it to end, or choose another "
                  "directory with -o.",
                  folder_.string()));
}

void StudyDirectory::refuse_strangers() const {
  if (fs::exists(results())) return;
  for (const auto& file : {summary(), run_record(), resolved(), report()}) {
    if (!fs::exists(file)) continue;
    throw StudyRefused(
        fmt::format("{} is there, but no results.sqlite (it belongs to something else, and would "
                    "be overwritten). Choose another directory with -o.",
                    file.string()));
  }
}

}  // namespace fieldtwin

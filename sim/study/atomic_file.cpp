#include "sim/study/atomic_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "sim/study/disk_error.hpp"

namespace fieldtwin {
namespace {

/// Writes all of it and brings it to the disk; false with errno set if that fails.
bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(descriptor) == 0;
}

}  // namespace

void write_atomically(const std::filesystem::path& file, std::string_view text) {
  const std::string part = file.string() + ".part";
  const int descriptor = open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  bool good = descriptor >= 0 && write_all(descriptor, text);
  int problem = errno;
  if (descriptor >= 0 && close(descriptor) != 0 && good) {
    good = false;
    problem = errno;
  }
  if (good && std::rename(part.c_str(), file.c_str()) != 0) {
    good = false;
    problem = errno;
  }
  if (good) return;
  if (descriptor >= 0) unlink(part.c_str());
  throw DiskError(fmt::format("cannot write {}: {}", file.string(), std::strerror(problem)));
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return text.str();
}

}  // namespace fieldtwin

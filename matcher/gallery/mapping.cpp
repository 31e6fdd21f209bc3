#include "matcher/gallery/mapping.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

#include "matcher/gallery/gallery_error.hpp"

namespace fieldtwin {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw GalleryError(path.string() + ": " + std::generic_category().message(errno));
}

}  // namespace

Mapping::Mapping(Mapping&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Mapping& Mapping::operator=(Mapping&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

Mapping::~Mapping() {
  if (!bytes_.empty()) ::munmap(bytes_.data(), bytes_.size());
}

Mapping Mapping::anonymous(std::size_t bytes) {
  void* pages = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) throw std::bad_alloc();
  return Mapping({static_cast<std::byte*>(pages), bytes});
}

Mapping Mapping::of_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  struct stat status {};
  if (::fstat(file, &status) != 0 || status.st_size == 0) {
    ::close(file);
    throw GalleryError(path.string() + ": the file is empty");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* pages = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
  ::close(file);
  if (pages == MAP_FAILED) fail(path);
  return Mapping({static_cast<std::byte*>(pages), size});
}

}  // namespace fieldtwin

#pragma once
/// Memory from the system, with or without a file behind it.

#include <cstddef>
#include <filesystem>
#include <span>

namespace fieldtwin {

/// Pages that are given back when it goes out of scope.
class Mapping {
 public:
  Mapping() = default;
  Mapping(Mapping&& other) noexcept;
  Mapping& operator=(Mapping&& other) noexcept;
  ~Mapping();

  /// Fresh pages of zeros. Throws std::bad_alloc.
  static Mapping anonymous(std::size_t bytes);
  /// A whole file: read when touched; what is written stays in this process. Throws GalleryError.
  static Mapping of_file(const std::filesystem::path& path);

  std::span<std::byte> bytes() const { return bytes_; }

 private:
  explicit Mapping(std::span<std::byte> bytes) : bytes_(bytes) {}

  std::span<std::byte> bytes_;
};

}  // namespace fieldtwin

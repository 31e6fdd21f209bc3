#pragma once
/// The templates that are searched.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "matcher/gallery/chunk.hpp"
#include "matcher/gallery/gallery_error.hpp"
#include "matcher/gallery/mapping.hpp"

namespace fieldtwin {

/// A set of templates with their ids, in memory or in a file. An id names an entry; a person with
/// several photos has several entries, and the caller knows whose they are.
///
/// A file is mapped, not read: it is open at once, and a page is read when a search first touches
/// it. What is inserted into or removed from an open file stays in memory until it is saved.
class TemplateGallery {
 public:
  /// An empty one. Throws std::invalid_argument if the dimension is not a positive multiple of 16
  /// or the range not positive.
  explicit TemplateGallery(const GalleryShape& shape);
  /// Throws GalleryError if the file is no gallery, is cut short, or is of another version. Checks
  /// the header, not the templates: that is for damaged().
  static TemplateGallery open(const std::filesystem::path& path);
  TemplateGallery(TemplateGallery&&) noexcept = default;
  TemplateGallery& operator=(TemplateGallery&&) noexcept = default;

  const GalleryShape& shape() const { return *shape_; }
  std::size_t size() const { return size_; }

  /// `values`: as many as the dimension. Throws std::invalid_argument otherwise, or if one is not
  /// finite.
  void insert(std::uint64_t id, std::span<const float> values);
  /// Removes all entries of an id; how many there were. Takes a look at every id.
  std::size_t remove(std::uint64_t id);

  /// Writes the file anew; a file that was there is replaced when the new one is whole, and a
  /// gallery that is open on it keeps the old. Throws GalleryError.
  void save(const std::filesystem::path& path) const;
  /// Reads all templates; the number of chunks whose checksum is wrong, or 0.
  std::size_t damaged() const;

  std::size_t chunks() const { return chunks_.size(); }
  Chunk chunk(std::size_t index) const { return {chunks_[index], *shape_}; }

 private:
  TemplateGallery() = default;
  void add_chunk();

  std::unique_ptr<GalleryShape> shape_;  //!< at a fixed place: the chunks' views refer to it
  std::size_t size_ = 0;
  Mapping file_;                    //!< what was opened
  std::vector<Mapping> added_;      //!< chunks that were added since
  std::vector<std::byte*> chunks_;  //!< all full but the last
};

}  // namespace fieldtwin

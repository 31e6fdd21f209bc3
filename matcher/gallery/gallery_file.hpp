#pragma once
/// The file of a gallery: a page of header, then its chunks as they lie in memory (little-endian).

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "matcher/gallery/chunk.hpp"
#include "matcher/gallery/gallery_error.hpp"
#include "matcher/gallery/mapping.hpp"

namespace fieldtwin {

struct GalleryFileHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t dimension;
  std::uint32_t keep;
  float range;
  std::uint64_t templates;
  std::uint32_t unused;
  std::uint32_t checksum;  //!< of the fields before it

  GalleryShape shape() const { return {dimension, range, Keep{keep}}; }
  std::size_t chunks() const { return (templates + kChunkTemplates - 1) / kChunkTemplates; }
};

/// The header of a file that is in memory. Throws GalleryError, naming `path`, unless it is one of
/// this version and the file is as long as it says.
GalleryFileHeader read_header(std::span<const std::byte> file, const std::filesystem::path& path);

std::uint32_t checksum_of(std::span<const std::byte> bytes);  //!< CRC-32

/// Writes a gallery of any size in a stream, with a chunk in memory. What is there under its name
/// stays until finish(); without it nothing is left behind.
class GalleryWriter {
 public:
  /// Throws GalleryError if the file cannot be written, and so do the others.
  GalleryWriter(std::filesystem::path path, const GalleryShape& shape);
  GalleryWriter(const GalleryWriter&) = delete;
  GalleryWriter& operator=(const GalleryWriter&) = delete;
  ~GalleryWriter();

  void add(std::uint64_t id, std::span<const float> values);
  /// A whole chunk, full unless it is the last; not after add().
  void write(const Chunk& chunk);
  void finish();

  std::uint64_t size() const { return templates_ + pending_.header().count; }

 private:
  struct Output;

  void put(const ChunkHeader& header, const Chunk& chunk);

  std::filesystem::path path_;
  std::filesystem::path part_;
  GalleryShape shape_;
  Quantiser quantiser_;
  std::unique_ptr<Output> output_;
  Mapping memory_;
  Chunk pending_;
  std::uint64_t templates_ = 0;  //!< written
};

}  // namespace fieldtwin

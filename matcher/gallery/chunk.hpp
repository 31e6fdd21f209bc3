#pragma once
/// How templates lie in memory and in the file.

#include <cstddef>
#include <cstdint>
#include <span>

#include "matcher/gallery/quantiser.hpp"

namespace fieldtwin {

/// What a gallery keeps of a template besides its codes.
enum class Keep : std::uint32_t {
  kCodes,      //!< nothing: whoever searches can give the exact template of an id
  kTemplates,  //!< the template itself
};

/// What all templates of a gallery have in common.
struct GalleryShape {
  std::size_t dimension;  //!< components of a template, a multiple of 16
  float range;            //!< see Quantiser
  Keep keep;
};

/// Templates lie in chunks of so many, whatever is left of the last one empty.
inline constexpr std::size_t kChunkTemplates = 1024;
/// Within a chunk, codes of this many templates are interleaved, four components at a time, so that
/// a scan has a template in each lane of a register.
inline constexpr std::size_t kGroupTemplates = 16;
inline constexpr std::size_t kChunkGroups = kChunkTemplates / kGroupTemplates;

/// The squared norm of an empty slot: farther away than any template.
inline constexpr std::int32_t kEmptyNorm = 1 << 30;

/// The first bytes of a chunk.
struct ChunkHeader {
  std::uint32_t count;     //!< templates
  std::uint32_t checksum;  //!< of what follows the header's page, in a file
  float largest_error;     //!< of the templates' error bounds
};

/// A chunk: a page of header, then the sections, each of whole pages:
///   codes   uint8 [64 groups][dimension / 4][16 templates][4 components], each code + 128
///   norms   int32 [1024], squared norms of the codes, kEmptyNorm where there is no template
///   errors  float [1024], error bounds
///   ids     uint64 [1024]
///   exact   float [1024][dimension], if templates are kept
/// A view; it owns nothing.
class Chunk {
 public:
  static constexpr std::size_t kPage = 4096;

  Chunk(std::byte* base, const GalleryShape& shape) : base_(base), shape_(&shape) {}
  static std::size_t bytes(const GalleryShape& shape);

  ChunkHeader& header() const { return *reinterpret_cast<ChunkHeader*>(base_); }
  std::uint8_t* codes() const { return reinterpret_cast<std::uint8_t*>(base_ + kPage); }
  std::int32_t* norms() const { return reinterpret_cast<std::int32_t*>(base_ + norms_at()); }
  float* errors() const {
    return reinterpret_cast<float*>(base_ + norms_at() + kChunkTemplates * sizeof(std::int32_t));
  }
  std::uint64_t* ids() const {
    return reinterpret_cast<std::uint64_t*>(base_ + norms_at() + 2 * kChunkTemplates * 4);
  }
  /// Only if templates are kept.
  std::span<float> exact(std::size_t slot) const;

  /// The chunk as bytes, and what its checksum covers.
  std::span<std::byte> all() const { return {base_, bytes(*shape_)}; }
  std::span<const std::byte> body() const { return all().subspan(kPage); }

  /// Makes it an empty chunk.
  void clear() const;
  /// Adds a template behind the last; there must be room.
  void append(std::uint64_t id, std::span<const float> values, const Quantiser& quantiser) const;
  /// Moves the last template of `from` to a slot of this chunk; `from` may be this chunk.
  void take_last_of(const Chunk& from, std::size_t slot) const;

 private:
  std::size_t norms_at() const { return kPage + kChunkTemplates * shape_->dimension; }
  std::uint8_t& code(std::size_t slot, std::size_t component) const;
  void erase(std::size_t slot) const;

  std::byte* base_;
  const GalleryShape* shape_;
};

}  // namespace fieldtwin

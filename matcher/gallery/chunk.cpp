#include "matcher/gallery/chunk.hpp"

#include <algorithm>
#include <vector>

namespace fieldtwin {
namespace {

constexpr int kCodeOffset = 128;  // codes are stored without a sign, see scan.hpp

}  // namespace

std::size_t Chunk::bytes(const GalleryShape& shape) {
  const std::size_t a_template =
      shape.dimension + sizeof(std::int32_t) + sizeof(float) + sizeof(std::uint64_t) +
      (shape.keep == Keep::kTemplates ? shape.dimension * sizeof(float) : 0);
  return kPage + kChunkTemplates * a_template;
}

std::span<float> Chunk::exact(std::size_t slot) const {
  auto* first = reinterpret_cast<float*>(base_ + norms_at() + kChunkTemplates * (4 + 4 + 8));
  return {first + slot * shape_->dimension, shape_->dimension};
}

std::uint8_t& Chunk::code(std::size_t slot, std::size_t component) const {
  const std::size_t group = slot / kGroupTemplates;
  const std::size_t lane = slot % kGroupTemplates;
  const std::size_t four = component / 4;
  return codes()[((group * (shape_->dimension / 4) + four) * kGroupTemplates + lane) * 4 +
                 component % 4];
}

void Chunk::clear() const {
  std::fill(all().begin(), all().end(), std::byte{0});
  std::fill_n(norms(), kChunkTemplates, kEmptyNorm);
}

void Chunk::append(std::uint64_t id, std::span<const float> values,
                   const Quantiser& quantiser) const {
  std::vector<std::int8_t> codes_of(values.size());
  quantiser.encode(values, codes_of);
  const std::size_t slot = header().count++;
  for (std::size_t i = 0; i < codes_of.size(); ++i) {
    code(slot, i) = static_cast<std::uint8_t>(codes_of[i] + kCodeOffset);
  }
  norms()[slot] = squared_norm(codes_of);
  errors()[slot] = quantiser.error_bound(values, codes_of);
  ids()[slot] = id;
  header().largest_error = std::max(header().largest_error, errors()[slot]);
  if (shape_->keep == Keep::kTemplates) std::ranges::copy(values, exact(slot).begin());
}

void Chunk::take_last_of(const Chunk& from, std::size_t slot) const {
  const std::size_t last = --from.header().count;
  for (std::size_t i = 0; i < shape_->dimension; ++i) code(slot, i) = from.code(last, i);
  norms()[slot] = from.norms()[last];
  errors()[slot] = from.errors()[last];
  ids()[slot] = from.ids()[last];
  header().largest_error = std::max(header().largest_error, errors()[slot]);
  if (shape_->keep == Keep::kTemplates) {
    std::ranges::copy(from.exact(last), exact(slot).begin());
  }
  from.erase(last);
}

// Who is removed is gone: nothing of the template stays behind in memory or in a file.
void Chunk::erase(std::size_t slot) const {
  for (std::size_t i = 0; i < shape_->dimension; ++i) code(slot, i) = 0;
  norms()[slot] = kEmptyNorm;
  errors()[slot] = 0.0F;
  ids()[slot] = 0;
  if (shape_->keep == Keep::kTemplates) std::ranges::fill(exact(slot), 0.0F);
}

}  // namespace fieldtwin

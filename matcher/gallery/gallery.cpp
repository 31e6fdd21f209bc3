#include "matcher/gallery/gallery.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "matcher/gallery/gallery_file.hpp"

namespace fieldtwin {

TemplateGallery::TemplateGallery(const GalleryShape& shape) : shape_(std::make_unique<GalleryShape>(shape)) {
  if (shape.dimension == 0 || shape.dimension % kGroupTemplates != 0) {
    throw std::invalid_argument("a gallery's templates have a multiple of 16 components, not " +
                                std::to_string(shape.dimension));
  }
  if (!(shape.range > 0.0F)) throw std::invalid_argument("a gallery's range is not positive");
}

TemplateGallery TemplateGallery::open(const std::filesystem::path& path) {
  TemplateGallery gallery;
  gallery.file_ = Mapping::of_file(path);
  const GalleryFileHeader header = read_header(gallery.file_.bytes(), path);
  gallery.shape_ = std::make_unique<GalleryShape>(header.shape());
  gallery.size_ = header.templates;
  const std::size_t step = Chunk::bytes(*gallery.shape_);
  for (std::size_t i = 0; i < header.chunks(); ++i) {
    gallery.chunks_.push_back(gallery.file_.bytes().data() + Chunk::kPage + i * step);
  }
  return gallery;
}

void TemplateGallery::insert(std::uint64_t id, std::span<const float> values) {
  if (values.size() != shape_->dimension) {
    throw std::invalid_argument("a template of " + std::to_string(values.size()) +
                                " components for a gallery of " +
                                std::to_string(shape_->dimension));
  }
  if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); })) {
    throw std::invalid_argument("a template with a component that is not a finite number");
  }
  if (size_ == chunks_.size() * kChunkTemplates) add_chunk();
  chunk(chunks_.size() - 1).append(id, values, Quantiser(shape_->range));
  ++size_;
}

void TemplateGallery::add_chunk() {
  added_.push_back(Mapping::anonymous(Chunk::bytes(*shape_)));
  chunks_.push_back(added_.back().bytes().data());
  chunk(chunks_.size() - 1).clear();
}

std::size_t TemplateGallery::remove(std::uint64_t id) {
  std::size_t removed = 0;
  for (std::size_t c = 0; c < chunks_.size(); ++c) {
    std::size_t slot = 0;
    while (c < chunks_.size() && slot < chunk(c).header().count) {
      if (chunk(c).ids()[slot] != id) {
        ++slot;
        continue;
      }
      // The last template of all takes the place, and is looked at next.
      chunk(c).take_last_of(chunk(chunks_.size() - 1), slot);
      ++removed;
      --size_;
      if (chunk(chunks_.size() - 1).header().count == 0) chunks_.pop_back();
    }
  }
  return removed;
}

std::size_t TemplateGallery::damaged() const {
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    if (checksum_of(chunk(i).body()) != chunk(i).header().checksum) ++wrong;
  }
  return wrong;
}

void TemplateGallery::save(const std::filesystem::path& path) const {
  GalleryWriter writer(path, *shape_);
  for (std::size_t i = 0; i < chunks_.size(); ++i) writer.write(chunk(i));
  writer.finish();
}

}  // namespace fieldtwin

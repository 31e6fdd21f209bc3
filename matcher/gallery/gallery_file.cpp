#include "matcher/gallery/gallery_file.hpp"

#include <array>
#include <boost/crc.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace fieldtwin {
namespace {

constexpr char kMagic[8] = {'F', 'T', 'G', 'A', 'L', 'L', 'R', 'Y'};
constexpr std::uint32_t kVersion = 1;

std::uint32_t header_checksum(const GalleryFileHeader& header) {
  return checksum_of(
      std::as_bytes(std::span(&header, 1)).first(offsetof(GalleryFileHeader, checksum)));
}

}  // namespace

std::uint32_t checksum_of(std::span<const std::byte> bytes) {
  boost::crc_32_type sum;
  sum.process_bytes(bytes.data(), bytes.size());
  return sum.checksum();
}

GalleryFileHeader read_header(std::span<const std::byte> file, const std::filesystem::path& path) {
  const auto refuse = [&path](const std::string& why) {
    throw GalleryError(path.string() + ": " + why);
  };
  GalleryFileHeader header{};
  if (file.size() >= sizeof(header)) std::memcpy(&header, file.data(), sizeof(header));
  if (std::memcmp(header.magic, kMagic, sizeof(kMagic)) != 0) {
    refuse("this is no gallery (make one with \"fieldtwin matcher enroll\")");
  }
  if (header.version != kVersion) {
    refuse("a gallery of version " + std::to_string(header.version) + "; this program reads " +
           std::to_string(kVersion) + " (enrol the photos again)");
  }
  if (header.checksum != header_checksum(header) || header.dimension == 0 ||
      header.dimension % kGroupTemplates != 0 || header.keep > 1) {
    refuse("the gallery's header is damaged");
  }
  const std::size_t wanted = Chunk::kPage + header.chunks() * Chunk::bytes(header.shape());
  if (file.size() != wanted) {
    refuse("the gallery has " + std::to_string(file.size()) + " bytes where " +
           std::to_string(header.templates) + " templates take " + std::to_string(wanted) +
           ": it was cut short or added to");
  }
  return header;
}

struct GalleryWriter::Output {
  std::ofstream file;

  void write(const void* data, std::size_t size, const std::filesystem::path& path) {
    if (!file.write(static_cast<const char*>(data), static_cast<std::streamsize>(size))) {
      throw GalleryError(path.string() +
                         " cannot be written: " + std::generic_category().message(errno));
    }
  }
};

GalleryWriter::GalleryWriter(std::filesystem::path path, const GalleryShape& shape)
    : path_(std::move(path)),
      part_(path_.string() + ".part"),
      shape_(shape),
      quantiser_(shape.range),
      output_(std::make_unique<Output>()),
      memory_(Mapping::anonymous(Chunk::bytes(shape))),
      pending_(memory_.bytes().data(), shape_) {
  pending_.clear();
  output_->file.open(part_, std::ios::binary | std::ios::trunc);
  const std::array<char, Chunk::kPage> page{};
  output_->write(page.data(), page.size(), path_);
}

GalleryWriter::~GalleryWriter() {
  if (output_ == nullptr) return;
  output_->file.close();
  std::error_code ignored;
  std::filesystem::remove(part_, ignored);
}

void GalleryWriter::add(std::uint64_t id, std::span<const float> values) {
  pending_.append(id, values, quantiser_);
  if (pending_.header().count < kChunkTemplates) return;
  write(pending_);
  pending_.clear();
}

void GalleryWriter::write(const Chunk& chunk) {
  ChunkHeader header = chunk.header();
  header.checksum = checksum_of(chunk.body());
  put(header, chunk);
}

void GalleryWriter::put(const ChunkHeader& header, const Chunk& chunk) {
  std::array<std::byte, Chunk::kPage> page{};
  std::memcpy(page.data(), &header, sizeof(header));
  output_->write(page.data(), page.size(), path_);
  output_->write(chunk.body().data(), chunk.body().size(), path_);
  templates_ += header.count;
}

void GalleryWriter::finish() {
  if (pending_.header().count > 0) {
    write(pending_);
    pending_.clear();
  }
  GalleryFileHeader header{};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.version = kVersion;
  header.dimension = static_cast<std::uint32_t>(shape_.dimension);
  header.keep = static_cast<std::uint32_t>(shape_.keep);
  header.range = shape_.range;
  header.templates = templates_;
  header.checksum = header_checksum(header);
  output_->file.seekp(0);
  output_->write(&header, sizeof(header), path_);
  output_->file.close();
  if (output_->file.fail()) throw GalleryError(path_.string() + " cannot be written");
  std::error_code error;
  std::filesystem::rename(part_, path_, error);
  if (error) throw GalleryError(path_.string() + " cannot be written: " + error.message());
  output_.reset();
}

}  // namespace fieldtwin

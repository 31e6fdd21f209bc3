#include "matcher/image/image_file.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace fieldtwin {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::array<std::uint8_t, 8> kPngMagic{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

std::uint32_t at(Bytes file, std::size_t i) { return std::to_integer<std::uint32_t>(file[i]); }
std::uint32_t big16(Bytes file, std::size_t i) { return at(file, i) << 8U | at(file, i + 1); }
std::uint32_t big32(Bytes file, std::size_t i) { return big16(file, i) << 16U | big16(file, i + 2); }

/// ISO/IEC 10918-1, annex B: segments until the scan, whose end is a marker of its own.
ImageFileHead read_jpeg(Bytes file) {
  ImageFileHead head{.format = ImageFileHead::Format::kJpeg};
  for (std::size_t i = 2; i + 4 <= file.size();) {
    if (at(file, i) != 0xFF) return head;
    const std::uint32_t marker = at(file, i + 1);
    if (marker == 0xFF) {  // a fill byte
      ++i;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame && i + 9 <= file.size()) {
      head.height = static_cast<int>(big16(file, i + 5));
      head.width = static_cast<int>(big16(file, i + 7));
    }
    if (marker == 0xDA) {
      constexpr std::array<std::byte, 2> kEnd{std::byte{0xFF}, std::byte{0xD9}};
      head.whole = !std::ranges::search(file.subspan(i), kEnd).empty();
      return head;
    }
    i += 2 + big16(file, i + 2);
  }
  return head;
}

/// PNG (ISO/IEC 15948), 5.3: chunks of length, type, data and checksum, the last of type IEND.
ImageFileHead read_png(Bytes file) {
  ImageFileHead head{.format = ImageFileHead::Format::kPng};
  if (file.size() >= 24) {
    head.width = static_cast<int>(std::min(big32(file, 16), 0x7FFF'FFFFU));
    head.height = static_cast<int>(std::min(big32(file, 20), 0x7FFF'FFFFU));
  }
  for (std::size_t i = 8; i + 12 <= file.size();) {
    const std::size_t length = big32(file, i);
    if (big32(file, i + 4) == 0x49454E44) {
      head.whole = true;
      return head;
    }
    i += 12 + length;
  }
  return head;
}

}  // namespace

ImageFileHead read_head(Bytes file) {
  if (file.size() >= 2 && big16(file, 0) == 0xFFD8) return read_jpeg(file);
  const auto same = [](std::byte a, std::uint8_t b) { return std::to_integer<std::uint8_t>(a) == b; };
  if (file.size() >= kPngMagic.size() && std::ranges::equal(file.first(kPngMagic.size()), kPngMagic, same)) {
    return read_png(file);
  }
  return {};
}

ExtractionFailure judge_size(int width, int height) {
  if (std::max(width, height) > kLongestSide || std::int64_t{width} * height > kMostPixels) {
    return ExtractionFailure::kTooLarge;
  }
  return std::min(width, height) < kShortestSide ? ExtractionFailure::kTooSmall : ExtractionFailure::kNone;
}

DecodedImage decode_image(Bytes file) {
  if (file.empty()) return {ExtractionFailure::kEmpty, {}};
  const ImageFileHead head = read_head(file);
  if (head.format == ImageFileHead::Format::kOther) return {ExtractionFailure::kNotAnImage, {}};
  // The size first: a small file may claim a picture that would fill the memory.
  if (head.width > 0 && head.height > 0) {
    if (const auto failure = judge_size(head.width, head.height); failure != ExtractionFailure::kNone) {
      return {failure, {}};
    }
  }
  if (!head.whole) return {ExtractionFailure::kTruncated, {}};
  if (head.width <= 0 || head.height <= 0) return {ExtractionFailure::kDamaged, {}};
  try {
    const cv::Mat bytes(1, static_cast<int>(file.size()), CV_8U,
                        const_cast<void*>(static_cast<const void*>(file.data())));
    cv::Mat picture = cv::imdecode(bytes, cv::IMREAD_COLOR);
    if (picture.empty()) return {ExtractionFailure::kDamaged, {}};
    cv::cvtColor(picture, picture, cv::COLOR_BGR2RGB);
    return {ExtractionFailure::kNone, picture};
  } catch (const cv::Exception&) {
    return {ExtractionFailure::kDamaged, {}};
  }
}

}  // namespace fieldtwin

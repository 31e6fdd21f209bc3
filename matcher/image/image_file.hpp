#pragma once
/// Image files of unknown content.

#include <cstddef>
#include <opencv2/core.hpp>
#include <span>

#include "matcher/interface/extraction.hpp"

namespace fieldtwin {

/// What kind of file its first bytes say it is, its size in pixels, and whether it is whole, without
/// decoding it.
struct ImageFileHead {
  enum class Format { kOther, kJpeg, kPng } format = Format::kOther;
  int width = 0;  //!< 0 if the file ends before it says
  int height = 0;
  bool whole = false;  //!< it has the end that its format asks for
};
ImageFileHead read_head(std::span<const std::byte> file);

/// kNone if a picture of this size is one that templates are made of.
ExtractionFailure judge_size(int width, int height);

struct DecodedImage {
  ExtractionFailure failure = ExtractionFailure::kNone;
  cv::Mat rgb;  //!< upright as the camera noted it (EXIF); empty after a failure
};
DecodedImage decode_image(std::span<const std::byte> file);

}  // namespace fieldtwin

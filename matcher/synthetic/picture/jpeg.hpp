#pragma once
/// Compression as in a camera, by libjpeg.

#include <cstdint>
#include <vector>

#include "matcher/synthetic/picture/image.hpp"

namespace fieldtwin {

/// The picture as a JPEG file with chroma at half resolution; `quality` 1 to 100.
std::vector<std::uint8_t> jpeg_of(const Image& image, int quality);

/// The picture in a JPEG file. Throws std::runtime_error if it is none.
Image image_of_jpeg(const std::vector<std::uint8_t>& file);

}  // namespace fieldtwin

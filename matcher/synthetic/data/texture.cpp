#include "matcher/synthetic/data/texture.hpp"

#include <png.h>

#include <array>
#include <cmath>

#include "matcher/synthetic/picture/colour.hpp"
#include "matcher/synthetic/synthetic_error.hpp"

namespace fieldtwin {

Texture::Texture(const std::filesystem::path& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_file(&image, png.c_str())) {
    throw FaceDataError("cannot read the texture " + png.string() + " (" + image.message + ")");
  }
  image.format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> bytes(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, bytes.data(), 0, nullptr)) {
    throw FaceDataError("cannot read the texture " + png.string() + " (" + image.message + ")");
  }
  width_ = static_cast<int>(image.width);
  height_ = static_cast<int>(image.height);
  std::array<float, 256> linear;
  for (int i = 0; i < 256; ++i) linear[i] = linear_of_srgb(static_cast<float>(i) / 255.0f);
  rgba_.resize(bytes.size());
  float opaque = 0.0f;
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    const float opacity = static_cast<float>(bytes[i + 3]) / 255.0f;
    for (int c = 0; c < 3; ++c) rgba_[i + c] = opacity * linear[bytes[i + c]];
    rgba_[i + 3] = opacity;
    mean_ += {rgba_[i], rgba_[i + 1], rgba_[i + 2]};
    opaque += opacity;
    is_opaque_ = is_opaque_ && opacity > 0.99f;
  }
  if (opaque > 0.0f) mean_ = (1.0f / opaque) * mean_;
}

Texture::Texel Texture::at(float u, float v) const {
  const float x = (u - std::floor(u)) * static_cast<float>(width_) - 0.5f;
  const float y = (1.0f - (v - std::floor(v))) * static_cast<float>(height_) - 0.5f;
  const int x0 = static_cast<int>(std::floor(x));
  const int y0 = static_cast<int>(std::floor(y));
  const float fx = x - static_cast<float>(x0);
  const float fy = y - static_cast<float>(y0);
  const auto wrapped = [](int i, int n) { return i < 0 ? i + n : i >= n ? i - n : i; };
  float sum[4] = {};
  for (int dy = 0; dy < 2; ++dy) {
    for (int dx = 0; dx < 2; ++dx) {
      const float weight = (dx ? fx : 1.0f - fx) * (dy ? fy : 1.0f - fy);
      const std::size_t texel =
          std::size_t(wrapped(y0 + dy, height_)) * width_ + wrapped(x0 + dx, width_);
      for (int c = 0; c < 4; ++c) sum[c] += weight * rgba_[4 * texel + c];
    }
  }
  if (sum[3] <= 0.0f) return {{}, 0.0f};
  return {(1.0f / sum[3]) * Vec3{sum[0], sum[1], sum[2]}, sum[3]};
}

}  // namespace fieldtwin

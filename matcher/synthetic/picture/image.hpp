#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fieldtwin {

/// A picture of 8 bits a channel, red, green, blue, rows from the top, without padding.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;

  Image() = default;
  Image(int w, int h) : width(w), height(h), rgb(std::size_t{3} * w * h) {}

  std::uint8_t* at(int x, int y) { return &rgb[3 * (std::size_t(y) * width + x)]; }
  const std::uint8_t* at(int x, int y) const { return &rgb[3 * (std::size_t(y) * width + x)]; }
};

}  // namespace fieldtwin

#pragma once
/// The draws of templates: many normal numbers at an address, cheaply.

#include <array>
#include <cstdint>
#include <span>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"
#include "sim/random/philox.hpp"

namespace fieldtwin {

/// Draws of one decision by one entity. A block of Philox gives four numbers of 32 bits, where
/// Draws::uniform() takes one of 53 from it: a template needs hundreds. `first` is the index of the
/// first block.
class TemplateDraws {
 public:
  TemplateDraws(const Draws& draws, Decision decision, std::uint64_t entity)
      : key_{low(draws.seed()), high(draws.seed())},
        replication_(draws.replication()),
        purpose_(static_cast<std::uint32_t>(decision) << 16),
        entity_(entity) {}

  /// Standard normal, up to 6.3 standard deviations; `cut` of them are left out at either end.
  void normals(std::span<float> out, std::uint16_t first, double cut = 0.0) const {
    for (std::size_t i = 0; i < out.size(); i += 4) {
      const auto words = block(first + i / 4);
      for (std::size_t j = 0; j < 4 && i + j < out.size(); ++j) {
        const double u = (words[j] + 0.5) * 0x1p-32;
        out[i + j] = static_cast<float>(normal_quantile(cut + (1.0 - 2.0 * cut) * u));
      }
    }
  }

  /// Uniform with mean 0 and variance 1, in 256 steps; a multiple of 16 of them.
  void even(std::span<float> out, std::uint16_t first) const {
    constexpr float kStep = 0.0135316F;  // sqrt(12 / (256^2 - 1))
    for (std::size_t i = 0; i < out.size(); i += 16) {
      const auto words = block(first + i / 16);
      for (std::size_t j = 0; j < 16; ++j) {
        const auto byte = static_cast<float>(words[j / 4] >> (8 * (j % 4)) & 0xFFU);
        out[i + j] = (byte - 127.5F) * kStep;
      }
    }
  }

 private:
  static constexpr std::uint32_t low(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
  static constexpr std::uint32_t high(std::uint64_t word) {
    return static_cast<std::uint32_t>(word >> 32U);
  }
  std::array<std::uint32_t, 4> block(std::size_t index) const {
    const auto place = purpose_ | static_cast<std::uint32_t>(index);
    return philox4x32_10({replication_, place, low(entity_), high(entity_)}, key_);
  }

  std::array<std::uint32_t, 2> key_;
  std::uint32_t replication_;
  std::uint32_t purpose_;
  std::uint64_t entity_;
};

}  // namespace fieldtwin

#pragma once

#include <algorithm>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// The draws of one decision about one face, by index.
class FaceDraws {
 public:
  FaceDraws(const Draws& draws, Decision decision, std::uint64_t entity)
      : draws_(draws), decision_(decision), entity_(entity) {}

  float uniform(std::uint16_t index) const {
    return static_cast<float>(draws_.uniform(decision_, entity_, index));
  }
  float between(float low, float high, std::uint16_t index) const {
    return low + (high - low) * uniform(index);
  }
  /// A normal of mean 0, cut off at 2.5 standard deviations: nobody is grotesque.
  float normal(float sd, std::uint16_t index) const {
    const double z = normal_quantile(draws_.uniform(decision_, entity_, index));
    return sd * static_cast<float>(std::clamp(z, -2.5, 2.5));
  }
  bool happens(float probability, std::uint16_t index) const {
    return uniform(index) < probability;
  }
  /// 0 to n - 1, each as likely.
  std::size_t one_of(std::size_t n, std::uint16_t index) const {
    return std::min(n - 1, static_cast<std::size_t>(uniform(index) * static_cast<float>(n)));
  }

 private:
  Draws draws_;
  Decision decision_;
  std::uint64_t entity_;
};

}  // namespace fieldtwin

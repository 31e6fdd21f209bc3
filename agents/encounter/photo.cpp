#include "agents/encounter/photo.hpp"

#include <algorithm>

#include "agents/chance.hpp"

namespace fieldtwin {
namespace {

/// Of one shot: what makes the draws of the second others than those of the first.
constexpr std::uint16_t kMostPhotos = 1 << 15;

}  // namespace

Probability quality_of(const Capture& parameters, const Draws& draws, std::uint64_t encounter,
                       Shot shot, std::uint16_t n) {
  const auto index =
      static_cast<std::uint16_t>(n % kMostPhotos + (shot == Shot::kSecond ? kMostPhotos : 0));
  return value_of(draws, parameters.quality, Decision::kCaptureQuality, encounter, index);
}

bool is_too_poor(const Safeguards& safeguards, Probability quality) {
  return quality.value() < safeguards.minimum_quality.mean().value();
}

Probability accepted_quality(const Scenario& scenario, const Draws& draws, std::uint64_t encounter,
                             Shot shot) {
  const std::uint16_t most = std::min(whole(scenario.capture.attempts), kMostPhotos);
  Probability quality = quality_of(scenario.capture, draws, encounter, shot, 0);
  for (std::uint16_t n = 1; n < most && is_too_poor(scenario.safeguards, quality); ++n) {
    quality = quality_of(scenario.capture, draws, encounter, shot, n);
  }
  return quality;
}

Photo photo_of(const Scenario& scenario, const Population& population, const Person& stopped,
               const Draws& draws, std::uint64_t encounter) {
  Photo photo{accepted_quality(scenario, draws, encounter, Shot::kFirst),
              value_of(draws, scenario.capture.image_size, Decision::kImageSize, encounter),
              subject_of(scenario.capture, population, stopped, draws, encounter)};
  if (scenario.safeguards.two_photos.rule == SecondPhoto::kMustAgree) {
    photo.second = accepted_quality(scenario, draws, encounter, Shot::kSecond);
    photo.size = photo.size * 2.0;
  }
  return photo;
}

}  // namespace fieldtwin

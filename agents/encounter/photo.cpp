#include "agents/encounter/photo.hpp"

#include <algorithm>

#include "agents/chance.hpp"

namespace fieldtwin {
namespace {

/// Of one shot: what makes the draws of the second others than those of the first.
constexpr std::uint16_t kMostPhotos = 1 << 15;

}  // namespace

Probe probe_of(const Subject& subject, const Picture& picture) {
  const Person& person = subject.person;
  return {person.ethnicity, person.sex,      person.enrolment, picture.quality,
          subject.kin,      person.id.value, person.age,       picture.number};
}

std::optional<Picture> picture_of(const Taking& taking, const Subject& subject, Shot shot,
                                  std::uint16_t n) {
  const auto number =
      static_cast<std::uint16_t>(n % kMostPhotos + (shot == Shot::kSecond ? kMostPhotos : 0));
  Picture picture{value_of(taking.draws, taking.scenario.capture.quality,
                           Decision::kCaptureQuality, taking.encounter, number),
                  number};
  const auto seen =
      taking.matcher.quality_of(probe_of(subject, picture), taking.encounter, taking.draws);
  if (!seen) return std::nullopt;
  picture.quality = *seen;
  return picture;
}

bool is_too_poor(const Safeguards& safeguards, Probability quality) {
  return quality.value() < safeguards.minimum_quality.mean().value();
}

Picture accepted_picture(const Taking& taking, const Subject& subject, Shot shot) {
  const std::uint16_t most = std::min(whole(taking.scenario.capture.attempts), kMostPhotos);
  std::optional<Picture> last;
  for (std::uint16_t n = 0; n < most; ++n) {
    const auto picture = picture_of(taking, subject, shot, n);
    if (picture) last = picture;
    if (picture && !is_too_poor(taking.scenario.safeguards, picture->quality)) break;
  }
  return last ? *last : Picture{Probability(0.0)};
}

Photo photo_of(const Taking& taking, const Subject& subject, const Picture& first,
               const std::optional<Picture>& second) {
  Photo photo{first,
              value_of(taking.draws, taking.scenario.capture.image_size, Decision::kImageSize,
                       taking.encounter),
              subject, second};
  if (second) photo.size = photo.size * 2.0;
  return photo;
}

Photo photo_of(const Taking& taking, const Population& population, const Person& stopped) {
  const Scenario& scenario = taking.scenario;
  const Subject subject =
      subject_of(scenario.capture, population, stopped, taking.draws, taking.encounter);
  std::optional<Picture> second;
  if (scenario.safeguards.two_photos.rule == SecondPhoto::kMustAgree) {
    second = accepted_picture(taking, subject, Shot::kSecond);
  }
  return photo_of(taking, subject, accepted_picture(taking, subject, Shot::kFirst), second);
}

}  // namespace fieldtwin

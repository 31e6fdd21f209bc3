#include "matcher/faces/photo_faces.hpp"
#include "scenarios/resolved.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint16_t kSittings = 500;

}  // namespace

PhotoRules photo_rules(const Scenario& scenario) {
  const bool perfect =
      scenario.errors.setting[index_of(Mechanism::kPhotoQuality)] == ErrorSetting::kOff;
  const auto value = [](const auto& parameter) {
    return static_cast<float>(resolved(parameter).value());
  };
  const PictureParameters& p = scenario.capture.picture;
  const bool accurate = scenario.matcher.effort == TemplateEffort::kAccurate;
  return {{value(p.yaw), value(p.light), value(p.backlit), value(p.blur), value(p.shake),
           value(p.noise), value(p.jpeg_quality), value(p.distance), value(p.occluded),
           value(p.glasses)},
          accurate ? MadeOf::kFaceAndMirrorImage : MadeOf::kFace,
          perfect ? Capturing::kPerfect : Capturing::kAsInTheStreet};
}

PhotoKey enrolment_photo(const FacePerson& person, std::uint16_t photo) {
  return {person, static_cast<std::uint16_t>(photo % kFirstSitting), 0};
}

PhotoKey field_photo(const FacePerson& person, EncounterPicture picture, const Draws& draws) {
  const double u = draws.uniform(Decision::kEncounterSitting, picture.encounter);
  const auto sitting = static_cast<std::uint16_t>(kFirstSitting + u * kSittings);
  // The second shot's numbers have the highest bit; a sitting has numbers below 1000.
  constexpr std::uint16_t kSecond = 1 << 15, kOfAShot = 500;
  const auto number = static_cast<std::uint16_t>(picture.number % kSecond % kOfAShot +
                                                 (picture.number >= kSecond ? kOfAShot : 0));
  return {person, sitting, number};
}

}  // namespace fieldtwin

#include "agents/encounter/second_photo.hpp"

namespace fieldtwin {

double same_face_probability(const Capture& parameters, FaceShown face) {
  switch (face) {
    case FaceShown::kPerson:
      return 1.0;
    case FaceShown::kBystander:
      return parameters.wrong_face.mean().value();
    case FaceShown::kPicture:
      break;
  }
  return 1.0 - parameters.spoof_detected.mean().value();
}

double found_again(const TwoPhotos& rule, const IdentificationProbabilities& second,
                   Likeness candidate) {
  switch (candidate) {
    case Likeness::kNobody:
      return second.nobody;
    case Likeness::kSelf:
      return second.own;
    case Likeness::kTwin:
    case Likeness::kRelative:
      return second.kin;
    case Likeness::kStranger:
      break;
  }
  return rule.same_stranger.mean().value();
}

double found_again(const Taking& taking, const Probe& first, const Probe& second,
                   Likeness candidate) {
  const auto& [scenario, matcher, draws, encounter] = taking;
  if (candidate == Likeness::kStranger) {
    if (const auto same = matcher.same_stranger(first, second, encounter, draws)) {
      return *same ? 1.0 : 0.0;
    }
  }
  return found_again(scenario.safeguards.two_photos,
                     matcher.probabilities(second, encounter, draws), candidate);
}

bool second_photo_agrees(const Scenario& scenario, const Matcher& matcher, const Photo& photo,
                         Likeness candidate, const Draws& draws, std::uint64_t encounter) {
  const Subject& subject = photo.subject;
  return draws.uniform(Decision::kSecondPhotoAgrees, encounter) <
         same_face_probability(scenario.capture, subject.face) *
             found_again({scenario, matcher, draws, encounter}, probe_of(subject, photo.first),
                         probe_of(subject, photo.second.value()), candidate);
}

}  // namespace fieldtwin

#include "agents/encounter/subject.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {

FaceProbabilities face_probabilities(const Capture& parameters) {
  const double picture =
      parameters.spoofed.mean().value() * (1.0 - parameters.spoof_detected.mean().value());
  const double bystander =
      parameters.several_faces.mean().value() * parameters.wrong_face.mean().value();
  return {(1.0 - picture) * (1.0 - bystander), (1.0 - picture) * bystander, picture};
}

Spoof spoof_of(const Capture& parameters, const Draws& draws, std::uint64_t encounter) {
  if (parameters.spoofed.mean().value() <= 0.0 ||
      !chance(draws, parameters.spoofed, Decision::kSpoof, encounter)) {
    return Spoof::kNone;
  }
  return chance(draws, parameters.spoof_detected, Decision::kSpoofDetected, encounter)
             ? Spoof::kSeen
             : Spoof::kPassed;
}

Subject subject_of(const Capture& parameters, const Population& population, const Person& stopped,
                   const Draws& draws, std::uint64_t encounter) {
  FaceShown face = FaceShown::kPerson;
  const double bystander =
      parameters.several_faces.mean().value() * parameters.wrong_face.mean().value();
  if (spoof_of(parameters, draws, encounter) == Spoof::kPassed) {
    face = FaceShown::kPicture;
  } else if (bystander > 0.0 && draws.uniform(Decision::kFaceInPhoto, encounter) < bystander) {
    face = FaceShown::kBystander;
  }
  if (face == FaceShown::kPerson) return own_face(population, stopped);
  const Person other = population.person(
      population.residents(stopped.state).at(draws.uniform(Decision::kOtherFace, encounter)));
  return {face, other, population.kin(other)};
}

Subject own_face(const Population& population, const Person& stopped) {
  return {FaceShown::kPerson, stopped, population.kin(stopped)};
}

}  // namespace fieldtwin

#include "agents/encounter/subject.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {

namespace {

FaceProbabilities with_picture(const Capture& parameters, double picture) {
  const double bystander =
      parameters.several_faces.mean().value() * parameters.wrong_face.mean().value();
  return {(1.0 - picture) * (1.0 - bystander), (1.0 - picture) * bystander, picture};
}

}  // namespace

FaceProbabilities face_probabilities(const Capture& parameters) {
  return with_picture(parameters, parameters.spoofed.mean().value() *
                                      (1.0 - parameters.spoof_detected.mean().value()));
}

FaceProbabilities face_probabilities(const Capture& parameters, Spoof spoof) {
  const double spoofed = parameters.spoofed.mean().value();
  if (spoofed == 0.0 || spoof == Spoof::kSeen) return with_picture(parameters, 0.0);
  const double seen = spoofed * parameters.spoof_detected.mean().value();
  return with_picture(parameters, (spoofed - seen) / (1.0 - seen));
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
  const Person other = other_face(population, stopped, draws, encounter);
  return {face, other, population.kin(other)};
}

Person other_face(const Population& population, const Person& stopped, const Draws& draws,
                  std::uint64_t encounter) {
  return population.person(
      population.residents(stopped.state).at(draws.uniform(Decision::kOtherFace, encounter)));
}

Subject own_face(const Population& population, const Person& stopped) {
  return {FaceShown::kPerson, stopped, population.kin(stopped)};
}

}  // namespace fieldtwin

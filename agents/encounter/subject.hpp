#pragma once
/// Whose face a photo shows.

#include "agents/person.hpp"
#include "agents/population.hpp"
#include "metrics/encounter_record.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// The one whom the photo shows, and so the one who is searched for. Truth: nobody in the model
/// knows.
struct Subject {
  FaceShown face;
  Person person;
  Kin kin;  //!< whom of their blood the gallery holds
};

/// Whose face a photo comes to show. Sums to 1.
struct FaceProbabilities {
  double person;
  double bystander;
  double picture;
};

/// If a picture is held up and the check does not see it, the picture's; else a bystander's, if
/// there is one and the app takes theirs.
FaceProbabilities face_probabilities(const Capture& parameters);

/// What becomes of a picture held up instead of the face.
enum class Spoof : std::uint8_t { kNone, kSeen, kPassed };
Spoof spoof_of(const Capture& parameters, const Draws& draws, std::uint64_t encounter);

/// Whose face the photo shows: by one draw, and another only if somebody held a picture up. The
/// bystander and the face in the picture are residents of the person's state.
Subject subject_of(const Capture& parameters, const Population& population, const Person& stopped,
                   const Draws& draws, std::uint64_t encounter);

/// The same where it is the person's own.
Subject own_face(const Population& population, const Person& stopped);

}  // namespace fieldtwin

#pragma once

#include <optional>

#include "matcher/synthetic/data/face_data.hpp"
#include "matcher/synthetic/person/identity.hpp"

namespace fieldtwin {

enum class Beard : std::uint8_t { kNone, kStubble, kMoustache, kFull };
enum class Glasses : std::uint8_t { kNone, kWorn };

/// How a person looks on one day.
struct SessionLook {
  float age;                        //!< years, on the day
  std::optional<std::size_t> hair;  //!< style, among FaceData::hair(); none: bald or shaven
  Vec3 hair_colour;                 //!< linear light
  Beard beard;
  Glasses glasses;
  float weight_change;  //!< since or until now, on the scale of FaceIdentity::weight
  Vec3 clothes;         //!< colour, linear light
};

/// When a picture was taken, and under which rules for what is worn.
struct SessionRules {
  float years_ago_low = 0.0f, years_ago_high = 0.0f;
  /// Passport and visa photos are taken without glasses.
  Glasses glasses = Glasses::kWorn;  //!< kNone: none allowed
  float glasses_kept = 1.0f;         //!< share of those with glasses that day who keep them on
  float hair_over_face = 0.0f;       //!< probability that hair falls over the face
};

/// The look of a person in a session: a pure function of (seed, person, session).
SessionLook look_in(SessionId session, const FacePerson& person, const FaceIdentity& identity,
                    const SessionRules& rules, const FaceData& data, const Draws& draws);

}  // namespace fieldtwin

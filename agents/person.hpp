#pragma once
/// The truth about one resident.

#include <compare>
#include <cstdint>

#include "matcher/matcher.hpp"
#include "scenarios/groups.hpp"

namespace fieldtwin {

/// Names a resident: 0 to the size of the population, contiguous within a state.
struct PersonId {
  std::uint64_t value = 0;
  auto operator<=>(const PersonId&) const = default;
};

/// What federal records show for somebody; another type than the truth, so that neither is taken
/// for the other.
struct Record {
  Standing shows;
};

/// A resident as they truly are. Nobody in the model sees one: what officers, the app and ICE go by
/// are the types of agents/belief.
struct Person {
  PersonId id;
  std::uint32_t state;  //!< index in the table of states
  Ethnicity ethnicity;
  Sex sex;
  std::uint8_t age;  //!< completed years
  Status status;
  Enrolment enrolment;  //!< whether a photo of theirs is in the gallery
  Record record;        //!< what a record found for them shows, rightly or wrongly

  Standing standing() const { return standing_of(status); }
};

/// What a wrong record shows for somebody of that standing: no lawful status for those who have
/// one, a lawful status for those who have none.
Standing wrong_standing(Standing truth);

}  // namespace fieldtwin

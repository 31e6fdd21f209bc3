#pragma once

#include <cstdint>

#include "scenarios/groups.hpp"

namespace fieldtwin {

/// What of a person their face follows from.
struct FacePerson {
  std::uint64_t id;  //!< below 2^44
  Ethnicity ethnicity;
  Sex sex;
  std::uint8_t age;  //!< completed years, now
};

/// Names one sitting of a person: they look alike in all pictures of it. 0 to 999.
struct SessionId {
  std::uint16_t value = 0;
};

/// The entity that addresses the draws of a session and of a picture in it (0 to 999).
constexpr std::uint64_t picture_entity(std::uint64_t person, SessionId session,
                                       std::uint16_t picture) {
  return person << 20 | std::uint64_t{session.value} << 10 | picture;
}
constexpr std::uint64_t session_entity(std::uint64_t person, SessionId session) {
  return picture_entity(person, session, 1023);
}

}  // namespace fieldtwin

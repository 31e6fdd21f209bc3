#pragma once
/// What those who act go by. None of these is made from a Person: each is built, field by field,
/// from what its holder was told or shown, and may be wrong.

#include <cstdint>

#include "metrics/encounter_record.hpp"
#include "scenarios/groups.hpp"

namespace fieldtwin {

/// Names a submitted search; all that connects the officer's screen with ICE's.
struct ReferenceNumber {
  std::uint64_t value = 0;
};

/// What the app shows: no name, no candidate, only what to do.
struct AppBelief {
  AppAnswer answer;
  ReferenceNumber reference;
};

enum class ShownId : std::uint8_t { kNone, kPhotoId };
enum class ShownPapers : std::uint8_t { kNone, kProofOfStatus };

/// What the officer in the street knows.
struct OfficerBelief {
  AppBelief app;
  ShownPapers papers;  //!< what the person could show
};

enum class CandidateReview : std::uint8_t { kSamePerson, kAnotherPerson };

/// What the agent at the ICE desk concludes from the photo, the candidate and the record.
struct IceBelief {
  CandidateReview candidate;
  Standing standing;  //!< as the agent takes it to be
};

}  // namespace fieldtwin

#pragma once
/// A photo as it is sent.

#include <optional>

#include "agents/encounter/subject.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// A photo that passed the app's checks, and the second one beside it where the rule asks for two.
struct Photo {
  Probability quality;  //!< 0 worst, 1 best
  Bytes size;           //!< of all that is sent
  Subject subject;      //!< whom it shows
  std::optional<Probability> second = {};  //!< the second photo's quality
  Bytes prints{0.0};  //!< size of the fingerprints that are sent along; 0: none
  enum class Face : std::uint8_t { kNone, kTaken } face = Face::kTaken;  //!< none: prints alone

  bool with_prints() const { return prints > Bytes(0.0); }
};

/// Which of the photos that are sent.
enum class Shot : std::uint8_t { kFirst, kSecond };

/// The quality of the n-th usable photo that is taken for a shot, n from 0.
Probability quality_of(const Capture& parameters, const Draws& draws, std::uint64_t encounter,
                       Shot shot, std::uint16_t n);

/// Whether the app asks for another one.
bool is_too_poor(const Safeguards& safeguards, Probability quality);

/// The quality of the one that is sent, if one is: the first of them that is good enough.
Probability accepted_quality(const Scenario& scenario, const Draws& draws, std::uint64_t encounter,
                             Shot shot);

/// The photo that an encounter comes to, if it comes to one. Its size is the same at every attempt.
Photo photo_of(const Scenario& scenario, const Population& population, const Person& stopped,
               const Draws& draws, std::uint64_t encounter);

}  // namespace fieldtwin

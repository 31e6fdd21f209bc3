#pragma once
/// A photo as it is sent.

#include <optional>

#include "agents/encounter/subject.hpp"
#include "matcher/matcher.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// A picture that was taken in an encounter.
struct Picture {
  Probability quality;  //!< 0 worst, 1 best
  std::uint16_t number = 0;  //!< names it among those of the encounter
};

/// A photo that passed the app's checks, and the second one beside it where the rule asks for two.
struct Photo {
  Picture first;
  Bytes size;                          //!< of all that is sent
  Subject subject;                     //!< whom it shows
  std::optional<Picture> second = {};  //!< the second photo
  Bytes prints{0.0};  //!< size of the fingerprints that are sent along; 0: none
  enum class Face : std::uint8_t { kNone, kTaken } face = Face::kTaken;  //!< none: prints alone

  bool with_prints() const { return prints > Bytes(0.0); }
};

/// Which of the photos that are sent.
enum class Shot : std::uint8_t { kFirst, kSecond };

/// The search for the one in a picture.
Probe probe_of(const Subject& subject, const Picture& picture);

/// What a picture is taken with, and by whom it is looked at.
struct Taking {
  const Scenario& scenario;
  const Matcher& matcher;
  const Draws& draws;
  std::uint64_t encounter;
};

/// The n-th picture that is taken for a shot, n from 0; nothing if the matcher finds no face in it.
/// Its quality is what the matcher sees, or drawn for one that looks at no pictures.
std::optional<Picture> picture_of(const Taking& taking, const Subject& subject, Shot shot,
                                  std::uint16_t n);

/// Whether the app asks for another one.
bool is_too_poor(const Safeguards& safeguards, Probability quality);

/// The one that is sent, if one is: the first of them that shows a face and is good enough.
Picture accepted_picture(const Taking& taking, const Subject& subject, Shot shot);

/// The photo that these pictures make. Its size is the same at every attempt.
Photo photo_of(const Taking& taking, const Subject& subject, const Picture& first,
               const std::optional<Picture>& second);

/// The photo that an encounter comes to, if it comes to one.
Photo photo_of(const Taking& taking, const Population& population, const Person& stopped);

}  // namespace fieldtwin

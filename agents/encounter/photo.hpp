#pragma once
/// A photo as it is sent.

#include "agents/chance.hpp"
#include "agents/encounter/subject.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// A photo that passed the app's face-presence check.
struct Photo {
  Probability quality;  //!< 0 worst, 1 best
  Bytes size;
  Subject subject;  //!< whom it shows
  Bytes prints{0.0};  //!< size of the fingerprints that are sent along; 0: none
  enum class Face : std::uint8_t { kNone, kTaken } face = Face::kTaken;  //!< none: prints alone

  bool with_prints() const { return prints > Bytes(0.0); }
};

/// The size of an encounter's photo, unless a record says it: the same at every attempt.
inline Bytes photo_size(const Draws& draws, const Capture& parameters, std::uint64_t encounter) {
  return value_of(draws, parameters.image_size, Decision::kImageSize, encounter);
}

/// The photo that an encounter comes to, if it comes to one.
inline Photo photo_of(const Capture& parameters, const Population& population,
                      const Person& stopped, const Draws& draws, std::uint64_t encounter) {
  return {value_of(draws, parameters.quality, Decision::kCaptureQuality, encounter),
          photo_size(draws, parameters, encounter),
          subject_of(parameters, population, stopped, draws, encounter)};
}

}  // namespace fieldtwin

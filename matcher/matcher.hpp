#pragma once
/// The one interface of all matchers, in the shape of NIST's FRTE 1:N API reduced to what a field
/// search needs: a probe goes in, the best candidate at or above the threshold comes out.

#include <cstdint>
#include <optional>
#include <stdexcept>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Whether a photo of the person is in the gallery: whether a search for them is mated.
enum class Enrolment : std::uint8_t { kNotEnrolled, kEnrolled };

/// Whom of the person's own blood the gallery holds, who may be taken for them.
enum class Kin : std::uint8_t { kNone, kTwin, kRelative };

/// A photo that is searched for, as far as accuracy depends on it.
struct Probe {
  Ethnicity ethnicity;
  Sex sex;
  Enrolment enrolment;   //!< of the person in the photo
  Probability quality;   //!< of the capture: 0 worst, 0.5 that of the published tests, 1 best
  Kin kin = Kin::kNone;  //!< an enrolled twin or close relative of the person in the photo

  // For matchers that compare faces.
  std::uint64_t person = 0;   //!< who is in the photo, by their number
  std::uint8_t age = 40;      //!< completed years, now
  std::uint16_t picture = 0;  //!< which of the pictures that are taken in the encounter
};

/// A gallery entry returned by a search.
struct Candidate {
  enum class Whose : std::uint8_t {
    kOwn,    //!< the entry of the person in the photo
    kOther,  //!< a stranger's
    kKin,    //!< the twin's or the relative's
  } whose;
  double score;  //!< similarity; the scale is the matcher's own, higher is more alike
  std::optional<std::uint64_t> person = {};  //!< whose entry it is, where the gallery holds people
};

/// The outcome of a search.
struct Identification {
  std::optional<Candidate> candidate;  //!< the best one at or above the threshold, if any
};

/// Whom a search returns. Sums to 1.
struct IdentificationProbabilities {
  double own = 0.0;
  double kin = 0.0;
  double other = 0.0;
  double nobody = 1.0;
};

class Matcher {
 public:
  virtual ~Matcher() = default;

  /// Searches the gallery. A pure function of its arguments: `encounter` addresses the draws
  /// Decision::kMatedScore, kNonMatedScore and kKinScore, so the same encounter meets the same luck
  /// whatever else differs between two worlds.
  virtual Identification identify(const Probe& probe, std::uint64_t encounter,
                                  const Draws& draws) const = 0;

  /// The law of what `identify` returns in an encounter, given the pictures that are taken in it: a
  /// matcher that looks at none has all its draws before it, one that does knows what they show.
  /// Throws std::logic_error for a matcher that has no law to tell.
  virtual IdentificationProbabilities probabilities(const Probe& probe, std::uint64_t encounter,
                                                    const Draws& draws) const;

  /// The quality of the picture that is taken of the probe's person; nothing if no face is found in
  /// it. A matcher that looks at no pictures takes the probe's word.
  virtual std::optional<Probability> quality_of(const Probe& probe, std::uint64_t encounter,
                                                const Draws& draws) const;

  /// Whether searches for two pictures that are taken in an encounter return the same entry of a
  /// stranger; nothing if the matcher does not compare faces, and cannot say.
  virtual std::optional<bool> same_stranger(const Probe& first, const Probe& second,
                                            std::uint64_t encounter, const Draws& draws) const;
};

inline IdentificationProbabilities Matcher::probabilities(const Probe&, std::uint64_t,
                                                          const Draws&) const {
  throw std::logic_error("this matcher does not tell its probabilities");
}

inline std::optional<Probability> Matcher::quality_of(const Probe& probe, std::uint64_t,
                                                      const Draws&) const {
  return probe.quality;
}

inline std::optional<bool> Matcher::same_stranger(const Probe&, const Probe&, std::uint64_t,
                                                  const Draws&) const {
  return std::nullopt;
}

}  // namespace fieldtwin

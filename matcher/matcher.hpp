#pragma once
/// The one interface of all matchers, in the shape of NIST's FRTE 1:N API reduced to what a field
/// search needs: a probe goes in, the best candidate at or above the threshold comes out.

#include <cstdint>
#include <optional>

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
};

/// A gallery entry returned by a search.
struct Candidate {
  enum class Whose : std::uint8_t {
    kOwn,    //!< the entry of the person in the photo
    kOther,  //!< a stranger's
    kKin,    //!< the twin's or the relative's
  } whose;
  double score;  //!< similarity; the scale is the matcher's own, higher is more alike
};

/// The outcome of a search.
struct Identification {
  std::optional<Candidate> candidate;  //!< the best one at or above the threshold, if any
};

class Matcher {
 public:
  virtual ~Matcher() = default;

  /// Searches the gallery. A pure function of its arguments: `encounter` addresses the draws
  /// Decision::kMatedScore, kNonMatedScore and kKinScore, so the same encounter meets the same luck
  /// whatever else differs between two worlds.
  virtual Identification identify(const Probe& probe, std::uint64_t encounter,
                                  const Draws& draws) const = 0;
};

}  // namespace fieldtwin

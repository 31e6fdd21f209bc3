#pragma once
/// Where the templates of people come from who are compared by their faces.

#include <cstdint>
#include <vector>

#include "matcher/synthetic/person/face_person.hpp"
#include "sim/quantities.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// What a matcher makes of one picture of somebody.
struct SeenFace {
  Probability quality{0.0};   //!< 0 worst, 1 best; of no meaning where no face is found
  std::vector<float> values;  //!< the template; empty: no face is found

  bool is_found() const { return !values.empty(); }
};

/// One picture of an encounter.
struct EncounterPicture {
  std::uint64_t encounter;
  std::uint16_t number;  //!< names it among those of the encounter
};

/// A template is a pure function of its arguments and the seed: the same person is the same wherever
/// they are met. Not for two threads at once.
class FaceSource {
 public:
  virtual ~FaceSource() = default;

  virtual std::size_t dimension() const = 0;

  /// The photo, one of several, by which somebody is enrolled.
  virtual SeenFace enrolled(const FacePerson& person, std::uint16_t photo) = 0;

  /// A picture taken in the field. `drawn`: the quality that a source which takes no picture gives
  /// it. `draws` are the replication's.
  virtual SeenFace captured(const FacePerson& person, EncounterPicture picture, Probability drawn,
                            const Draws& draws) = 0;
};

}  // namespace fieldtwin

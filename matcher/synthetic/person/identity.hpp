#pragma once

#include <array>
#include <vector>

#include "matcher/synthetic/person/face_person.hpp"
#include "matcher/synthetic/vec3.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// The three ancestries that the base mesh can be morphed to.
enum class Ancestry : std::uint8_t { kAfrican, kAsian, kCaucasian };
inline constexpr std::size_t kAncestries = 3;
inline constexpr std::array<std::string_view, kAncestries> kAncestryNames{"african", "asian",
                                                                          "caucasian"};

/// How much faces differ from one another.
struct FaceSpread {
  /// Standard deviation of a detail, as a share of what its target does at most. Measured: at 0.5
  /// faces are grotesque, at 0.22 too alike.
  float detail = 0.34f;
  float asymmetry = 0.10f;  //!< standard deviation of the difference between the two sides
};

/// What stays of a face while the person ages and changes their hair.
struct FaceIdentity {
  std::array<float, kAncestries> ancestry;  //!< shares, sum 1
  Sex sex;
  float weight;                //!< of the body: -1 least, 1 most
  float muscle;                //!< likewise
  std::vector<float> details;  //!< by the position in face_details()
  std::vector<float> asymmetry;
  Vec3 skin;            //!< filter over the texture of the skin
  Vec3 hair;            //!< colour before it greys, linear light
  float greying_age;    //!< when half of the hair is grey
  std::size_t eyes;     //!< index of the iris
  std::size_t brows;    //!< index of the brows
  float beard_habit;    //!< share of sessions with a beard; 0 for women
  float glasses_habit;  //!< share of sessions with glasses
  float hair_length;    //!< probability that a choice of hair is a long one
  float hair_change;    //!< share of sessions in which the hair is not as usual
  float baldness;       //!< 0 to 1: those of low values lose their hair early
};

/// The identity of a person: a pure function of (seed, id) and of group and sex, so the same person
/// is the same wherever they are met. `draws` must be those across replications.
///
/// Ancestry is a way to let the looks of a group vary; what it does to a face is the base mesh's,
/// not a measurement of any people.
FaceIdentity identity_of(const FacePerson& person, const FaceSpread& spread, const Draws& draws);

}  // namespace fieldtwin

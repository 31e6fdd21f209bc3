#include "matcher/faces/modelled_faces.hpp"

namespace fieldtwin {
namespace {

/// Names a picture among all of all encounters; the first has the encounter's own number.
std::uint64_t capture_entity(EncounterPicture picture) {
  constexpr std::uint64_t kOdd = 0x9E37'79B9'7F4A'7C15ULL;  // multiples of it are spread out
  return picture.encounter ^ (picture.number * kOdd);
}

}  // namespace

std::size_t ModelledFaces::dimension() const { return kTemplateSize; }

SeenFace ModelledFaces::enrolled(const FacePerson& person, std::uint16_t) {
  const Template values = population_.enrolled(person.id, person.ethnicity, person.sex, draws_);
  return {Probability(1.0), {values.begin(), values.end()}};
}

SeenFace ModelledFaces::captured(const FacePerson& person, EncounterPicture picture,
                                 Probability drawn, const Draws& draws) {
  const Template values = population_.probe(person.id, person.ethnicity, person.sex,
                                            capture_entity(picture), drawn, draws);
  return {drawn, {values.begin(), values.end()}};
}

}  // namespace fieldtwin

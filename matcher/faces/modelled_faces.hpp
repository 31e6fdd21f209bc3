#pragma once
/// Templates drawn from the model of the image matcher's.

#include "matcher/faces/face_source.hpp"
#include "matcher/template/template_population.hpp"

namespace fieldtwin {

/// Nobody is rendered (matcher/template): a photo's quality is the one that is drawn for it, and a
/// face is found in every one. A person has one enrolment photo.
class ModelledFaces final : public FaceSource {
 public:
  /// `draws` are those across replications.
  explicit ModelledFaces(const Draws& draws) : draws_(draws) {}

  std::size_t dimension() const override;
  SeenFace enrolled(const FacePerson& person, std::uint16_t photo) override;
  SeenFace captured(const FacePerson& person, EncounterPicture picture, Probability drawn,
                    const Draws& draws) override;

 private:
  TemplatePopulation population_ = TemplatePopulation::shipped();
  Draws draws_;
};

}  // namespace fieldtwin

#pragma once
/// Which photos a replication will ask for, before any is taken.

#include <vector>

#include "matcher/faces/photo_faces.hpp"

namespace fieldtwin {

/// In the place of the faces: notes what it is asked for, and shows a face in no enrolment photo. A
/// search's result hardly moves who is scanned, so that nearly all that will be asked for is noted;
/// what is not is taken when it is.
class ForeseenFaces final : public FaceSource {
 public:
  std::size_t dimension() const override { return 16; }
  SeenFace enrolled(const FacePerson& person, std::uint16_t photo) override {
    photos_.push_back(enrolment_photo(person, photo));
    return {};
  }
  SeenFace captured(const FacePerson& person, EncounterPicture picture, Probability drawn,
                    const Draws& draws) override {
    photos_.push_back(field_photo(person, picture, draws));
    return {drawn, std::vector<float>(dimension(), 0.0F)};
  }

  const std::vector<PhotoKey>& photos() const { return photos_; }

 private:
  std::vector<PhotoKey> photos_;
};

/// Photos as numbers, which a process can hand to another, and back.
std::vector<double> as_numbers(const std::vector<PhotoKey>& photos);
std::vector<PhotoKey> photos_from(const std::vector<double>& numbers);

}  // namespace fieldtwin

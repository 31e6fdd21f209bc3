#pragma once

#include <cstdint>
#include <vector>

#include "matcher/synthetic/data/face_data.hpp"
#include "matcher/synthetic/person/face_person.hpp"
#include "matcher/synthetic/picture/conditions.hpp"
#include "matcher/synthetic/picture/renderer.hpp"

namespace fieldtwin {

/// A picture with what is true of it.
struct Photo {
  std::vector<std::uint8_t> jpeg;  //!< the file
  SessionLook look;
  PictureConditions conditions;
};

/// Takes pictures of people who do not exist. One a thread; the FaceData may be shared.
class Photographer {
 public:
  /// `data` must outlive it; `draws` are those across replications.
  Photographer(const FaceData& data, const FaceSpread& spread, const Draws& draws)
      : data_(data), spread_(spread), draws_(draws) {}

  /// The picture of that number in that session of that person, by those rules: a pure function of
  /// them and the seed, to the byte on a given machine.
  Photo photo(const FacePerson& person, SessionId session, std::uint16_t picture,
              const PictureRules& rules);

 private:
  const FaceData& data_;
  FaceSpread spread_;
  Draws draws_;
  Renderer renderer_;
};

}  // namespace fieldtwin

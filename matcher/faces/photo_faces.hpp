#pragma once
/// Templates of rendered photos.

#include <memory>
#include <vector>

#include "matcher/faces/photo_store.hpp"

namespace fieldtwin {

/// How pictures in the field are taken.
enum class Capturing : std::uint8_t {
  kAsInTheStreet,  //!< as the parameters say
  kPerfect,        //!< as a passport photo, of today: what capture could be at best
};

/// The scenario's capture.picture in one replication (scenarios/scenario.hpp says what each is).
struct StreetConditions {
  float yaw, light, backlit, blur, shake, noise, jpeg_quality, distance, occluded, glasses;
};

/// What a template is made of.
enum class MadeOf : std::uint8_t { kFace, kFaceAndMirrorImage };

struct PhotoRules {
  StreetConditions street;
  MadeOf made_of;
  Capturing capturing;
};
struct Scenario;
PhotoRules photo_rules(const Scenario& scenario);

/// Sessions below it are enrolments, those from it on sittings of encounters, up to 999.
inline constexpr std::uint16_t kFirstSitting = 500;

/// The photo, one of several, by which somebody is enrolled.
PhotoKey enrolment_photo(const FacePerson& person, std::uint16_t photo);
/// A picture of an encounter, which is a sitting of its own. `draws` are the replication's.
PhotoKey field_photo(const FacePerson& person, EncounterPicture picture, const Draws& draws);

/// Renders photos of people, finds faces in them and makes templates (matcher/synthetic,
/// matcher/image). What was taken once is kept in the user's cache, where a later run with the same
/// seed and rules finds it; a few are taken anew each time, and if one differs, all are.
class PhotoFaces : public FaceSource {
 public:
  /// Takes photos on all cores, before they are asked for.
  virtual void take_ahead(const std::vector<PhotoKey>& photos) = 0;
};

/// Looks whether photos can be taken, and reads nothing for it. Throws ModelsMissing if the program was
/// built without what renders or looks at photos, or the models are not there.
void check_photo_faces();

/// `draws` are those across replications. Throws as check_photo_faces() does.
std::unique_ptr<PhotoFaces> make_photo_faces(const PhotoRules& rules, const Draws& draws);

}  // namespace fieldtwin

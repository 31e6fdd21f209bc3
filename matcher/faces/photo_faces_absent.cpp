#include "matcher/faces/photo_faces.hpp"
#include "matcher/interface/models.hpp"

namespace fieldtwin {

void check_photo_faces() {
  throw ModelsMissing(
      "this build renders no faces: install libembree-dev, libpng-dev and libjpeg-dev (tools/setup "
      "does), and build again");
}

std::unique_ptr<PhotoFaces> make_photo_faces(const PhotoRules&, const Draws&) {
  check_photo_faces();
  return nullptr;
}

}  // namespace fieldtwin

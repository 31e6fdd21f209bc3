#include "matcher/synthetic/data_set.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fieldtwin {
namespace {

constexpr std::array<std::string_view, 4> kBeardNames{"none", "stubble", "moustache", "full"};

FacePerson person_of(std::uint64_t id, const Draws& draws) {
  const auto u = [&](std::uint16_t index) {
    return draws.uniform(Decision::kDataSetPerson, id, index);
  };
  const auto one_of = [&](std::uint16_t index, double n) { return static_cast<int>(u(index) * n); };
  constexpr double kYoungest = 18.0, kOldest = 75.0;
  return {id, static_cast<Ethnicity>(one_of(0, kEthnicities)), static_cast<Sex>(one_of(1, 2)),
          static_cast<std::uint8_t>(kYoungest + u(2) * (kOldest - kYoungest + 1.0))};
}

PictureKind document_of(std::uint64_t id, const Draws& draws) {
  const double u = draws.uniform(Decision::kDataSetPerson, id, 3);
  return u < 0.4 ? PictureKind::kPassport : u < 0.7 ? PictureKind::kVisa : PictureKind::kBooking;
}

}  // namespace

std::string DataSetPicture::file() const {
  return fmt::format("{0}/{0}_{1:04}.jpg", name, number);
}

std::vector<DataSetPicture> data_set_pictures(const DataSetSize& size, const Draws& draws) {
  std::vector<DataSetPicture> pictures;
  for (std::uint64_t id = 0; id < size.people; ++id) {
    const FacePerson person = person_of(id, draws);
    for (std::uint16_t k = 0; k < size.captures; ++k) {
      pictures.push_back({person, fmt::format("Person_{:05}", id + 1),
                          static_cast<std::uint16_t>(k + 1), SessionId{k},
                          k == 0 ? document_of(id, draws) : PictureKind::kField});
    }
  }
  return pictures;
}

std::string data_set_labels_header() {
  return "name,number,file,group,sex,age,kind,session,age_in_picture,hair,beard,glasses,yaw_deg,"
         "pitch_deg,head_share,blur_px,jpeg_quality\n";
}

std::string data_set_label(const DataSetPicture& picture, const Photo& photo) {
  const auto& view = photo.conditions.view;
  return fmt::format(
      "{},{},{},{},{},{},{},{},{:.1f},{},{},{},{:.1f},{:.1f},{:.2f},{:.2f},{}\n", picture.name,
      picture.number, picture.file(), kEthnicityNames[index_of(picture.person.ethnicity)],
      kSexNames[index_of(picture.person.sex)], picture.person.age,
      kPictureKindNames[index_of(picture.kind)], picture.session.value, photo.look.age,
      photo.look.hair ? fmt::format("{}", *photo.look.hair) : "none",
      kBeardNames[index_of(photo.look.beard)],
      photo.look.glasses == Glasses::kWorn ? "worn" : "none", view.yaw, view.pitch, view.head_share,
      photo.conditions.camera.blur, photo.conditions.camera.jpeg_quality);
}

}  // namespace fieldtwin

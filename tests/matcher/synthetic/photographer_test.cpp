/// Pictures of people, from the fetched data.

#include "matcher/synthetic/photographer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <memory>

#include "matcher/interface/models.hpp"
#include "matcher/synthetic/picture/jpeg.hpp"

namespace fieldtwin {
namespace {

const Draws kOfPhotos = Draws(5, 0).across_replications();
constexpr FacePerson kAnna{3, Ethnicity::kWhite, Sex::kFemale, 40};
constexpr FacePerson kOtto{4, Ethnicity::kBlack, Sex::kMale, 40};

class Photographing : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto folder = model_folder() / "makehuman";
    if (std::filesystem::exists(folder / ".complete")) data_ = std::make_unique<FaceData>(folder);
  }
  static void TearDownTestSuite() { data_.reset(); }
  void SetUp() override {
    if (!data_) GTEST_SKIP() << "there are no face data: run tools/setup-models faces";
  }

  static PictureRules small(PictureKind kind) {
    PictureRules rules = rules_of(kind);
    rules.size = 96;
    rules.rays = 1;
    return rules;
  }

  static std::unique_ptr<FaceData> data_;
};
std::unique_ptr<FaceData> Photographing::data_;

/// The mean of a part of the picture, 0 to 255.
double brightness(const Image& image, int left, int top, int size) {
  double sum = 0.0;
  for (int y = top; y < top + size; ++y) {
    for (int x = left; x < left + size; ++x) sum += image.at(x, y)[1];
  }
  return sum / (size * size);
}

TEST_F(Photographing, TheSamePictureIsTheSameBytesWhoeverTakesIt) {
  Photographer one(*data_, {}, kOfPhotos), other(*data_, {}, kOfPhotos);
  const auto rules = small(PictureKind::kField);
  const auto first = one.photo(kAnna, {2}, 1, rules).jpeg;
  other.photo(kOtto, {0}, 0, rules);  // what was pictured before changes nothing
  EXPECT_EQ(first, other.photo(kAnna, {2}, 1, rules).jpeg);
  EXPECT_NE(first, one.photo(kAnna, {2}, 2, rules).jpeg);
  EXPECT_NE(first, one.photo(kAnna, {3}, 1, rules).jpeg);
  EXPECT_NE(first, one.photo(kOtto, {2}, 1, rules).jpeg);
}

TEST_F(Photographing, AFaceFillsTheMiddleOfAPassportPhoto) {
  Photographer photographer(*data_, {}, kOfPhotos);
  const auto image =
      image_of_jpeg(photographer.photo(kAnna, {0}, 0, small(PictureKind::kPassport)).jpeg);
  ASSERT_EQ(image.width, 96);
  ASSERT_EQ(image.height, 96);
  // Skin is redder than blue; the backdrop of a passport photo is grey.
  const auto* cheek = image.at(48, 58);
  EXPECT_GT(cheek[0], cheek[2] + 10);
  const auto* corner = image.at(4, 4);
  EXPECT_LT(std::abs(corner[0] - corner[2]), 30);
}

TEST_F(Photographing, OlderPhotosShowYoungerPeople) {
  Photographer photographer(*data_, {}, kOfPhotos);
  for (std::uint16_t session = 0; session < 20; ++session) {
    const auto photo = photographer.photo(kAnna, {session}, 0, small(PictureKind::kVisa));
    EXPECT_LE(photo.look.age, 40.1f);
    EXPECT_GE(photo.look.age, 40.5f - 8.0f);
    EXPECT_EQ(photo.look.glasses, Glasses::kNone);
  }
}

TEST_F(Photographing, SkinFollowsTheGroup) {
  Photographer photographer(*data_, {}, kOfPhotos);
  const auto of = [&](const FacePerson& person) {
    return brightness(
        image_of_jpeg(photographer.photo(person, {0}, 0, small(PictureKind::kPassport)).jpeg), 40,
        50, 16);
  };
  EXPECT_GT(of(kAnna), of(kOtto) + 20.0);
}

TEST_F(Photographing, HairOverTheFaceIsWornWhereItIsAskedFor) {
  Photographer photographer(*data_, {}, kOfPhotos);
  auto rules = small(PictureKind::kField);
  rules.session.hair_over_face = 1.0f;
  const auto look = photographer.photo(kAnna, {1}, 0, rules).look;
  ASSERT_TRUE(look.hair);
  EXPECT_EQ(data_->hair()[*look.hair].cut, HairCut::kOverFace);
}

TEST_F(Photographing, WhoeverCooperatesLooksAtThePhoneWithNothingBeforeTheFace) {
  Photographer photographer(*data_, {}, kOfPhotos);
  auto asked = small(PictureKind::kField), street = asked;
  asked.yaw = cooperative_rules().yaw;
  asked.session = cooperative_rules().session;
  int worn = 0, turned = 0;
  for (std::uint64_t id = 100; id < 160; ++id) {
    const FacePerson person{id, Ethnicity::kAsian, Sex::kFemale, 50};
    const auto photo = photographer.photo(person, {1}, 0, asked);
    EXPECT_LE(std::abs(photo.conditions.view.yaw), 12.0f);
    EXPECT_NE(photo.look.glasses, Glasses::kWorn);
    if (photo.look.hair) {
      EXPECT_NE(data_->hair()[*photo.look.hair].cut, HairCut::kOverFace);
    }
    const auto met = photographer.photo(person, {1}, 0, street);
    worn += met.look.glasses == Glasses::kWorn;
    turned += std::abs(met.conditions.view.yaw) > 12.0f;
  }
  EXPECT_GT(worn, 0);
  EXPECT_GT(turned, 10);
}

}  // namespace
}  // namespace fieldtwin

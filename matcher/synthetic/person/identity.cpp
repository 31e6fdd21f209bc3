#include "matcher/synthetic/person/identity.hpp"

#include "matcher/synthetic/person/details.hpp"
#include "matcher/synthetic/person/face_draws.hpp"

namespace fieldtwin {
namespace {

struct Range {
  float low, high;
};

/// Ancestries of the members of a group before they are scaled to sum 1: assumptions that give each
/// group a range of looks.
struct AncestryRanges {
  Range african, asian, caucasian;
};
constexpr std::array<AncestryRanges, kEthnicities> kAncestryRanges{{
    {{0.00f, 0.05f}, {0.00f, 0.08f}, {1.00f, 1.00f}},  // white
    {{1.00f, 1.00f}, {0.00f, 0.05f}, {0.00f, 0.35f}},  // black
    {{0.00f, 0.05f}, {0.50f, 0.80f}, {0.20f, 0.50f}},  // American Indian
    {{0.00f, 0.05f}, {1.00f, 1.00f}, {0.00f, 0.15f}},  // Asian
    {{0.15f, 0.35f}, {0.45f, 0.70f}, {0.10f, 0.30f}},  // Pacific islander
    {{0.10f, 0.90f}, {0.05f, 0.60f}, {0.20f, 0.90f}},  // two or more
    {{0.00f, 0.20f}, {0.15f, 0.45f}, {0.45f, 0.85f}},  // Hispanic
}};

std::array<float, kAncestries> ancestry_of(Ethnicity ethnicity, const FaceDraws& draws) {
  const auto& ranges = kAncestryRanges[index_of(ethnicity)];
  std::array<float, kAncestries> shares{
      draws.between(ranges.african.low, ranges.african.high, 0),
      draws.between(ranges.asian.low, ranges.asian.high, 1),
      draws.between(ranges.caucasian.low, ranges.caucasian.high, 2)};
  const float sum = shares[0] + shares[1] + shares[2];
  for (auto& share : shares) share /= sum;
  return shares;
}

/// Hair from black through brown to blond and red: dark unless ancestry is largely European.
Vec3 hair_of(float caucasian, const FaceDraws& draws) {
  constexpr Vec3 kBlack{0.012f, 0.010f, 0.009f};
  constexpr Vec3 kBrown{0.075f, 0.040f, 0.020f};
  constexpr Vec3 kBlond{0.42f, 0.27f, 0.12f};
  constexpr Vec3 kRed{0.25f, 0.075f, 0.022f};
  const float fair = std::clamp((caucasian - 0.5f) * 2.0f, 0.0f, 1.0f);
  const float shade = draws.uniform(0);
  if (draws.happens(0.05f * fair, 1)) return mix(kRed, kBlond, 0.4f * shade);
  if (draws.happens(0.30f * fair, 2)) return mix(kBrown, kBlond, 0.35f + 0.65f * shade);
  return mix(kBlack, kBrown, shade * (0.25f + 0.75f * fair));
}

/// Lighter or darker, redder or yellower than the texture.
Vec3 skin_of(const FaceDraws& draws) {
  const float light = std::exp(draws.normal(0.20f, 0));
  const float red = std::exp(draws.normal(0.06f, 1));
  const float blue = std::exp(draws.normal(0.07f, 2));
  return {light * red, light, light * blue};
}

/// The irises are sorted from light to dark (data/face_data.cpp); brown ones are the rule.
std::size_t eyes_of(float caucasian, const FaceDraws& draws) {
  constexpr std::size_t kLight = 7;
  const float fair = std::clamp((caucasian - 0.55f) * 2.2f, 0.0f, 1.0f);
  if (draws.happens(0.55f * fair, 3)) return draws.one_of(kLight, 4);
  return kLight + draws.one_of(2, 4);
}

}  // namespace

FaceIdentity identity_of(const FacePerson& person, const FaceSpread& spread, const Draws& draws) {
  const FaceDraws ancestry(draws, Decision::kFaceAncestry, person.id);
  const FaceDraws shape(draws, Decision::kFaceShape, person.id);
  const FaceDraws features(draws, Decision::kFaceFeatures, person.id);
  const bool is_male = person.sex == Sex::kMale;

  FaceIdentity identity{};
  identity.ancestry = ancestry_of(person.ethnicity, ancestry);
  identity.sex = person.sex;
  identity.weight = ancestry.normal(0.35f, 3);
  identity.muscle = ancestry.normal(0.35f, 4);
  const auto details = face_details();
  const auto n = static_cast<std::uint16_t>(details.size());
  for (std::uint16_t i = 0; i < n; ++i) {
    identity.details.push_back(shape.normal(spread.detail * details[i].scale, i));
    identity.asymmetry.push_back(shape.normal(spread.asymmetry, static_cast<std::uint16_t>(n + i)));
  }
  identity.skin = skin_of(FaceDraws(draws, Decision::kFaceSkin, person.id));
  const float caucasian = identity.ancestry[index_of(Ancestry::kCaucasian)];
  identity.hair = hair_of(caucasian, features);
  identity.eyes = eyes_of(caucasian, features);
  identity.brows = features.one_of(12, 5);
  identity.greying_age = 55.0f + features.normal(10.0f, 6);
  identity.beard_habit = is_male && features.happens(0.2f, 7) ? features.uniform(8) : 0.0f;
  identity.glasses_habit = features.happens(0.2f, 9) ? features.uniform(10) : 0.0f;
  identity.hair_length =
      is_male ? (features.happens(0.06f, 11) ? 0.8f : 0.0f) : 0.35f + 0.6f * features.uniform(11);
  identity.hair_change = features.between(0.1f, 0.6f, 12);
  identity.baldness = features.uniform(13);
  return identity;
}

}  // namespace fieldtwin

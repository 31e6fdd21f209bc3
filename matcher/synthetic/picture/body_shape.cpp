#include "matcher/synthetic/picture/body_shape.hpp"

#include <algorithm>
#include <string>

#include "matcher/synthetic/person/details.hpp"

namespace fieldtwin {
namespace {

using Weighted = std::pair<std::string, float>;

/// Between what the base mesh has for 10, 25 and 90 years.
std::vector<Weighted> ages(float years) {
  constexpr float kChild = 10.0f, kYoung = 25.0f, kOld = 90.0f;
  if (years <= kYoung) {
    const float grown = std::clamp((years - kChild) / (kYoung - kChild), 0.0f, 1.0f);
    return {{"child", 1.0f - grown}, {"young", grown}};
  }
  const float aged = std::clamp((years - kYoung) / (kOld - kYoung), 0.0f, 1.0f);
  return {{"young", 1.0f - aged}, {"old", aged}};
}

/// Between least, average and most: -1, 0, 1.
std::vector<Weighted> extents(const std::string& what, float value) {
  const float extent = std::clamp(value, -1.0f, 1.0f);
  return {{"average" + what, 1.0f - std::abs(extent)},
          {(extent < 0.0f ? "min" : "max") + what, std::abs(extent)}};
}

void apply(const FaceData& data, const std::string& target, float amount,
           std::vector<Vec3>& vertices) {
  if (amount != 0.0f) data.targets().apply(data.targets().index(target), amount, vertices);
}

void apply_macro(const FaceData& data, const FaceIdentity& identity, const SessionLook& look,
                 std::vector<Vec3>& vertices) {
  const std::string sex(kSexNames[index_of(identity.sex)]);
  const auto muscles = extents("muscle", identity.muscle);
  const auto weights = extents("weight", identity.weight + look.weight_change);
  for (const auto& [age, share] : ages(look.age)) {
    for (std::size_t a = 0; a < kAncestries; ++a) {
      apply(data, "macrodetails/" + std::string(kAncestryNames[a]) + "-" + sex + "-" + age,
            share * identity.ancestry[a], vertices);
    }
    for (const auto& [muscle, muscle_share] : muscles) {
      for (const auto& [weight, weight_share] : weights) {
        apply(data, "macrodetails/universal-" + sex + "-" + age + "-" + muscle + "-" + weight,
              share * muscle_share * weight_share, vertices);
      }
    }
  }
}

void apply_detail(const FaceData& data, const FaceDetail& detail, std::string stem, float value,
                  std::vector<Vec3>& vertices) {
  const auto ending = value < 0.0f ? detail.minus : detail.plus;
  if (!ending.empty()) apply(data, stem.append(ending), std::abs(value), vertices);
}

void apply_details(const FaceData& data, const FaceIdentity& identity,
                   std::vector<Vec3>& vertices) {
  const auto details = face_details();
  for (std::size_t i = 0; i < details.size(); ++i) {
    std::string stem(details[i].stem);
    const auto side = stem.find('?');
    if (side == std::string::npos) {
      apply_detail(data, details[i], stem, identity.details[i], vertices);
      continue;
    }
    for (const auto& [letter, sign] : {std::pair{'l', 1.0f}, std::pair{'r', -1.0f}}) {
      stem[side] = letter;
      apply_detail(data, details[i], stem,
                   identity.details[i] + 0.5f * sign * identity.asymmetry[i], vertices);
    }
  }
}

void apply_expression(const FaceData& data, const FaceIdentity& identity, const Expression& e,
                      std::vector<Vec3>& vertices) {
  const auto main = std::max_element(identity.ancestry.begin(), identity.ancestry.end());
  const std::string folder =
      "expression/units/" +
      std::string(kAncestryNames[static_cast<std::size_t>(main - identity.ancestry.begin())]) + "/";
  const Weighted units[] = {
      {"mouth-corner-puller", e.smile},     {"mouth-retraction", 0.3f * e.smile},
      {"eye-left-slit", 0.3f * e.smile},    {"eye-right-slit", 0.3f * e.smile},
      {"eyebrows-left-down", e.frown},      {"eyebrows-right-down", e.frown},
      {"mouth-depression", 0.4f * e.frown}, {"eyebrows-left-up", e.brows_up},
      {"eyebrows-right-up", e.brows_up},    {"eye-left-closure", e.eyes_closed},
      {"eye-right-closure", e.eyes_closed}, {"mouth-open", e.mouth_open},
      {"mouth-compression", e.lips_pressed}};
  for (const auto& [unit, amount] : units) apply(data, folder + unit, amount, vertices);
}

}  // namespace

std::vector<Vec3> body_shape(const FaceData& data, const FaceIdentity& identity,
                             const SessionLook& look, const Expression& expression) {
  auto vertices = data.body().vertices;
  apply_macro(data, identity, look, vertices);
  apply_details(data, identity, vertices);
  apply_expression(data, identity, expression, vertices);
  return vertices;
}

}  // namespace fieldtwin

#include "matcher/synthetic/picture/picture_rules.hpp"

namespace fieldtwin {

PictureRules document_rules(PictureKind kind) {
  PictureRules rules;
  rules.pitch = 1.0f;
  rules.roll = 0.7f;
  rules.yaw = 3.0f;
  rules.key_off_axis = 15.0f;
  rules.exposure = 0.08f;
  rules.tint = 0.02f;
  rules.expression = 0.12f;
  // A US passport is valid for ten years, a visa for up to ten as a rule: both are met at any age.
  rules.session.years_ago_low = 0.5f;
  rules.session.years_ago_high = 8.0f;
  rules.session.glasses = Glasses::kNone;
  if (kind == PictureKind::kBooking) {
    rules.yaw = 7.0f;
    rules.pitch = 3.0f;
    rules.key_off_axis = 30.0f;
    rules.key_size_low = 8.0f;
    rules.key_size_high = 20.0f;
    rules.key_share_low = 0.5f;
    rules.key_share_high = 0.7f;
    rules.backdrop_low = {0.15f, 0.17f, 0.20f};
    rules.backdrop_high = {0.4f, 0.45f, 0.5f};
    rules.exposure = 0.2f;
    rules.session.glasses = Glasses::kWorn;
  }
  return rules;
}

PictureRules field_rules() {
  PictureRules rules;
  rules.head_low = 0.58f;
  rules.head_high = 0.74f;
  rules.off_centre = 0.02f;
  rules.distance_low = 6.0f;
  rules.distance_high = 20.0f;
  rules.yaw = 20.0f;
  rules.pitch = 5.0f;
  rules.roll = 4.0f;
  rules.key_off_axis = 60.0f;
  rules.key_share_low = 0.35f;
  rules.key_share_high = 0.7f;
  rules.key_size_low = 2.0f;
  rules.key_size_high = 30.0f;
  rules.tint = 0.06f;
  rules.exposure = 0.25f;
  rules.backlight = 0.03f;
  rules.backdrop_low = {0.03f, 0.03f, 0.03f};
  rules.backdrop_high = {0.8f, 0.8f, 0.9f};
  rules.expression = 0.30f;
  rules.session.hair_over_face = 0.01f;
  rules.session.glasses_kept = 0.35f;  // officers ask for a face without them, as photo booths do
  rules.blur_low = 0.3f;
  rules.blur_high = 0.9f;
  rules.motion = 1.2f;
  rules.noise_low = 1.0f;
  rules.noise_high = 5.0f;
  rules.jpeg_low = 65;
  rules.jpeg_high = 92;
  return rules;
}

PictureRules cooperative_rules() {
  PictureRules rules = field_rules();
  rules.yaw = 12.0f;
  rules.session.glasses_kept = 0.0f;
  rules.session.hair_over_face = 0.0f;
  return rules;
}

PictureRules rules_of(PictureKind kind) {
  return kind == PictureKind::kField ? field_rules() : document_rules(kind);
}

}  // namespace fieldtwin

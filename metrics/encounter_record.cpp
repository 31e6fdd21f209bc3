#include "metrics/encounter_record.hpp"

#include <array>

namespace fieldtwin {

std::string_view name_of(StepKind kind) {
  static constexpr std::array<std::string_view, kStepKinds> kNames{"stop",
                                                           "scan",
                                                           "no_device",
                                                           "sign_in_failed",
                                                           "signed_in",
                                                           "capture_failed",
                                                           "captured",
                                                           "no_coverage",
                                                           "transfer_lost",
                                                           "refused",
                                                           "uploaded",
                                                           "gateway_done",
                                                           "template_made",
                                                           "searched",
                                                           "timed_out",
                                                           "answered",
                                                           "documents_honoured",
                                                           "released_by_officer",
                                                           "held_by_officer",
                                                           "call",
                                                           "hung_up",
                                                           "agent",
                                                           "claim",
                                                           "ice_release",
                                                           "ice_hold",
                                                           "limit_reached",
                                                           "held",
                                                           "booked",
                                                           "fingerprints_clear",
                                                           "transferred",
                                                           "detainer_expired",
                                                           "released",
                                                           "photo_stored",
                                                           "spoof_seen",
                                                           "other_face",
                                                           "wrong_file",
                                                           "release_not_entered",
                                                           "record_left_wrong",
                                                           "prints_taken",
                                                           "prints_failed",
                                                           "prints_searched",
                                                           "documents_set_aside",
                                                           "name_differs",
                                                           "interviewed",
                                                           "warrant_served",
                                                           "detainer_lodged",
                                                           "declined",
                                                           "papers_checked",
                                                           "too_poor",
                                                           "second_photo",
                                                           "photos_disagree",
                                                           "check_passed",
                                                           "check_rejected",
                                                           "kept_in_silence",
                                                           "tried_again",
                                                           "called_in_silence"};
  return kNames[index_of(kind)];
}

std::string_view name_of(ScanOutcome outcome) {
  static constexpr std::array<std::string_view, 7> kNames{
      "answered", "device", "sign_in", "capture", "network", "timeout", "declined"};
  return kNames[index_of(outcome)];
}

std::string_view name_of(HoldOrigin origin) {
  static constexpr std::array<std::string_view, kHoldOrigins> kNames{
      "right_record", "wrong_record", "false_match", "no_match", "other_face", "other_file"};
  return kNames[index_of(origin)];
}

std::string_view name_of(HoldDecision decision) {
  static constexpr std::array<std::string_view, 3> kNames{"agent", "officer_alone",
                                                          "officer_unanswered"};
  return kNames[index_of(decision)];
}

std::string_view name_of(HoldEnd end) {
  static constexpr std::array<std::string_view, 4> kNames{"fingerprints", "mistake_found",
                                                          "transfer", "detainer_expired"};
  return kNames[index_of(end)];
}

bool rests_on_another(HoldOrigin origin) {
  return origin == HoldOrigin::kFalseMatch || origin == HoldOrigin::kOtherFace ||
         origin == HoldOrigin::kOtherFile;
}

Wrongful wrongful_kinds(const EncounterRecord& record) {
  if (!record.hold) return {};
  return wrongful_kinds(record.hold->origin, standing_of(record.status));
}

Wrongful wrongful_kinds(HoldOrigin origin, Standing standing) {
  Wrongful kinds;
  kinds.us_citizen = standing == Standing::kCitizen;
  kinds.lawful_status = standing == Standing::kLawful;
  kinds.false_match = rests_on_another(origin);
  kinds.stale_record = origin == HoldOrigin::kWrongRecord && standing != Standing::kRemovable;
  return kinds;
}

}  // namespace fieldtwin

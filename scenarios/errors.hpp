#pragma once
/// The mechanisms by which things go wrong, each of which can be switched off or drawn from its
/// range, and the causes that group them.

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fieldtwin {

/// What a harm can be put down to: the groups of mechanisms to which shares of it are assigned.
enum class Cause : std::uint8_t {
  kFalseMatch,   //!< the matcher returns another person
  kMissedMatch,  //!< the matcher does not return the person
  kCapture,      //!< the photo is poor, or not of the person
  kRecord,       //!< the person's own record is wrong or outdated
  kOfficer,      //!< the officer sets papers, the call or the limit aside
  kDeskError,    //!< the agent at the ICE desk errs
  kDeskDelay,    //!< the ICE desk does not answer in time
  kCustody,      //!< the mistake is not found or not entered
};
inline constexpr std::size_t kCauses = 8;
inline constexpr std::array<std::string_view, kCauses> kCauseNames{
    "false_match", "missed_match", "capture",    "record",
    "officer",     "desk_error",   "desk_delay", "custody"};
/// A set of causes, by index_of(Cause).
using CauseSet = std::bitset<kCauses>;

/// One way in which something goes wrong. See the table in scenarios/mechanisms.cpp.
enum class Mechanism : std::uint8_t {
  kStranger,
  kTwin,
  kRelative,
  kMissedMatch,
  kPhotoQuality,
  kWrongFace,
  kSpoof,
  kWrongRecord,
  kPapersDismissed,
  kReadAsDetain,
  kHeldUnanswered,
  kKeptPastLimit,
  kFalseAccept,
  kFalseReject,
  kStandingNotFound,
  kWrongFile,
  kNoAnswer,
  kFingerprintsFail,
  kLateCorrection,
  kReleaseNotEntered,
  kCorrectionNotEntered,
  kUnequalStops,
};
inline constexpr std::size_t kMechanisms = 22;
inline constexpr std::array<std::string_view, kMechanisms> kMechanismNames{"stranger",
                                                                           "twin",
                                                                           "relative",
                                                                           "missed_match",
                                                                           "photo_quality",
                                                                           "wrong_face",
                                                                           "spoof",
                                                                           "wrong_record",
                                                                           "papers_dismissed",
                                                                           "read_as_detain",
                                                                           "held_unanswered",
                                                                           "kept_past_limit",
                                                                           "false_accept",
                                                                           "false_reject",
                                                                           "standing_not_found",
                                                                           "wrong_file",
                                                                           "no_answer",
                                                                           "fingerprints_fail",
                                                                           "late_correction",
                                                                           "release_not_entered",
                                                                           "correction_not_entered",
                                                                           "unequal_stops"};
/// A set of mechanisms, by index_of(Mechanism).
using MechanismSet = std::bitset<kMechanisms>;

enum class ErrorSetting : std::uint8_t {
  kOff,    //!< never goes wrong: the parameters are at their perfect values
  kMode,   //!< as the scenario gives the parameters
  kRange,  //!< once a replication, drawn from the ranges of the parameters' assumptions
};
inline constexpr std::array<std::string_view, 3> kErrorSettingNames{"off", "mode", "range"};

/// The plausible range of one parameter, in its base unit.
struct ParameterRange {
  std::string path;
  double low;
  double high;
};

constexpr std::array<ErrorSetting, kMechanisms> all_at(ErrorSetting setting) {
  std::array<ErrorSetting, kMechanisms> settings{};
  settings.fill(setting);
  return settings;
}

/// The section `errors` of a scenario.
struct Errors {
  std::array<ErrorSetting, kMechanisms> setting = all_at(ErrorSetting::kMode);
  std::vector<ParameterRange> ranges;  //!< of the parameters of mechanisms at kRange
};

}  // namespace fieldtwin

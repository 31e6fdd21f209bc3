#pragma once
/// The register of everything that chance decides in the model.

#include <cstdint>

namespace fieldtwin {

/// Names one kind of random decision. The number is part of the address of a draw, so a number is
/// never reused or changed: adding a decision leaves every other draw where it was.
enum class Decision : std::uint16_t {
  kTest = 0,              //!< for tests alone

  // Scenario: parameters that take one value a replication (index = parameter).
  kParameter = 10,

  // People: a pure function of (seed, person), see agents/person.
  kPersonEthnicity = 100,
  kPersonSex,
  kPersonAge,
  kPersonForeignBorn,
  kPersonStatus,
  kPersonEnrolled,
  kPersonRecordWrong,
  kPersonCarriesId,
  kPersonCarriesProof,

  // Officers and their days.
  kOfficerOnDuty = 200,
  kOfficerShiftStart,
  kOfficerPlatform,
  kOfficerInstallDelay,
  kOfficerArea,
  kStopTimes,

  // The encounter, in the order of its steps.
  kStopPerson = 300,
  kStopAccepted,
  kStopLength,
  kScan,
  kDeviceFault,
  kSignInTime,
  kSignInFailure,
  kCapturePossible,
  kCaptureUsable,
  kCaptureTime,
  kCaptureQuality,
  kImageSize,
  kCoverage,
  kUplinkRate,
  kLatency,
  kTransferLoss,
  kGatewayTime,
  kExtractionTime,
  kSearchTime,
  kMatedScore,
  kNonMatedScore,
  kImpostorRecord,
  kOfficerAction,
  kDocumentsHonoured,
  kAtLimit,
  kCallPatience,
  kCallRetry,
  kCallHandleTime,
  kCitizenClaim,
  kClaimTime,
  kCandidateReview,
  kRecordReview,
  kUnanswered,
  kTransportTime,
  kBookingTime,
  kFingerprints,
  kWrongfulHoldTime,
  kLawfulHoldTime,

  // The systems around it.
  kBackgroundCalls = 500,
  kBackgroundHandleTime,
  kBackgroundPatience,
  kOutage,
  kPhotoStored,
  kBreach,
  kBreachShare,
};

}  // namespace fieldtwin

#pragma once
/// The register of everything that chance decides in the model.

#include <cstdint>

namespace fieldtwin {

/// Names one kind of random decision. The number is part of the address of a draw, so a number is
/// never reused or changed: adding a decision leaves every other draw where it was.
enum class Decision : std::uint16_t {
  kTest = 0,  //!< for tests alone

  // Scenario: parameters that take one value a replication (index = parameter).
  kParameter = 10,

  // Designs of many points: where the points lie (entity = factor; in the place of the replication
  // the point's row or the digits before).
  kDesignOrder = 20,
  kDesignPlace = 21,
  kDesignScramble = 22,
  kTrajectoryStart = 23,
  kTrajectoryOrder = 24,
  kTrajectoryDirection = 25,

  // People: a pure function of (seed, person), see agents/person.
  kPersonEthnicity = 100,
  kPersonSex = 101,
  kPersonAge = 102,
  kPersonForeignBorn = 103,
  kPersonStatus = 104,
  kPersonEnrolled = 105,
  kPersonRecordWrong = 106,
  kPersonCarriesId = 107,
  kPersonCarriesProof = 108,
  kPersonKin = 109,
  kPersonRecordFault = 110,

  // Officers and their days.
  kOfficerOnDuty = 200,
  kOfficerShiftStart = 201,
  kOfficerPlatform = 202,
  kOfficerInstallDelay = 203,
  kOfficerArea = 204,
  kOfficerShiftLength = 205,
  kStopsInShift = 206,
  kStopTimes = 207,
  kStopThinning = 208,

  // The encounter, in the order of its steps.
  kStopPerson = 300,
  kStopAccepted = 301,
  kStopLength = 302,
  kScan = 303,
  kDeviceFault = 304,
  kSignInTime = 305,
  kSignInFailure = 306,
  kSignInRetryDelay = 307,
  kCapturePossible = 308,
  kCaptureUsable = 309,
  kCaptureTime = 310,
  kCaptureQuality = 311,
  kImageSize = 312,
  kCoverage = 313,
  kUplinkRate = 314,
  kLatency = 315,
  kTransferLoss = 316,
  kRequestRetryDelay = 317,
  kGatewayTime = 318,
  kExtractionTime = 319,
  kSearchTime = 320,
  kAnswerSize = 321,
  kMatedScore = 322,
  kNonMatedScore = 323,
  kImpostorRecord = 324,
  kOfficerAction = 325,
  kDocumentsHonoured = 326,
  kAtLimit = 327,
  kCallPatience = 328,
  kCallRetry = 329,
  kCallRetryDelay = 330,
  kCallHandleTime = 331,
  kCitizenClaim = 332,
  kClaimTime = 333,
  kCandidateReview = 334,
  kRecordReview = 335,
  kUnanswered = 336,
  kTransportTime = 337,
  kBookingTime = 338,
  kFingerprints = 339,
  kWrongfulHoldTime = 340,
  kLawfulHoldTime = 341,
  kFaceInPhoto = 342,
  kOtherFace = 343,
  kSpoof = 344,
  kSpoofDetected = 345,
  kKinScore = 346,
  kKinRecord = 347,
  kWrongFile = 348,
  kWrongFileRecord = 349,
  kReleaseEntered = 350,
  kReleaseEntryTime = 351,
  kCorrectionEntered = 352,
  kReleasesWithoutCall = 353,

  // What is looked into to learn what was to be expected: no event.
  kRareBranch = 400,

  // The systems around it.
  kBackgroundCalls = 500,
  kBackgroundHandleTime = 501,
  kBackgroundPatience = 502,
  kOutage = 503,
  kPhotoStored = 504,
  kBreach = 505,
  kBreachShare = 506,
  kTransferCrowd = 507,

  // Mobile Fortify, jails, and how officers are prepared.
  kOfficerTraining = 600,
  kSupervised = 601,
  kPrintsTaken = 602,
  kPrintsUsable = 603,
  kPrintsTime = 604,
  kPrintsSize = 605,
  kPersonPrintsEnrolled = 606,
  kPrintsMiss = 607,
  kPrintsFalseMatch = 608,
  kPrintsRecord = 609,
  kOtherNameSeen = 610,
  kBookings = 611,
  kBookingTimes = 612,
  kInterviewTime = 613,
  kInterviewAdmits = 614,
  kInterviewMisjudges = 615,
  kAsksIce = 616,
  kIceNames = 617,
  kNamingTime = 618,
  kJailStay = 619,
  kFacilityModel = 620,

  // Faults and attacks.
  kSurgeStops = 700,
  kSurgeThinning = 701,
  kWhenSilent = 702,
  kSilentRetryPause = 703,
  kDeviceCarrier = 704,
  kReplayed = 705,
  kCopyRecognised = 706,
  kCopyGatewayTime = 707,
  kCopyExtractionTime = 708,
  kCopySearchTime = 709,
  kCopyStored = 710,
  kFloodDropped = 711,
  kIntruderPause = 715,
  kIntruderPerson = 716,
  kIntruderQuality = 717,
  kIntruderGatewayTime = 718,
  kIntruderExtractionTime = 719,
  kIntruderSearchTime = 720,
  kIntruderStored = 721,
  kRecoveryResample = 730,  //!< (entity = resample; index = place)

  // Safeguards.
  kOptsOut = 740,
  kManualCheckTime = 741,
  kHumanCheck = 742,
  kHumanCheckTime = 743,
  kHumanCheckVerdict = 744,
  kSecondPhotoAgrees = 745,
  kAudited = 746,
  kAuditTime = 747,
  // Synthetic faces: of the person, of how they look in one session (entity = person and session),
  // and of one picture of it (entity = person, session and picture); see matcher/synthetic.
  kFaceAncestry = 780,
  kFaceShape = 781,
  kFaceSkin = 782,
  kFaceFeatures = 783,
  kSessionLook = 784,
  kSessionAge = 785,
  kPicturePose = 786,
  kPictureLight = 787,
  kPictureExpression = 788,
  kPictureCamera = 789,
  kPicturePixels = 790,
  kDataSetPerson = 791,
  kDataSetPairs = 792,

  // Modelled templates, see matcher/template.
  kTemplatePerson = 793,
  kTemplateCapture = 794,
  kTemplateTail = 795,
  kTailBootstrap = 796,
};

}  // namespace fieldtwin

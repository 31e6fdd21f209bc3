#pragma once
/// What is added up in each replication, and by which categories it is broken down.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "metrics/encounter_record.hpp"
#include "metrics/port/port_amounts.hpp"

namespace fieldtwin {

/// The kinds of wrongful hold, as in `custody.wrongful.KIND`. Definitions: metrics/report/harm.
enum class WrongfulKind : std::uint8_t {
  kAny,
  kUsCitizen,
  kLawfulStatus,
  kFalseMatch,
  kStaleRecord
};
inline constexpr std::size_t kWrongfulKinds = 5;
inline constexpr std::array<std::string_view, kWrongfulKinds> kWrongfulKindNames{
    "any", "us_citizen", "lawful_status", "false_match", "stale_record"};
std::array<bool, kWrongfulKinds> flags_of(const Wrongful& wrongful);  //!< by kind

/// How a scan can come to an answer that must not lead to a hold of this person.
enum class WrongWay : std::uint8_t {
  kNotEnrolledOthers,  //!< no photo of the person in the gallery, and somebody else's record
  kNotEnrolledNone,    //!< no photo of the person, and no record
  kEnrolledOthers,     //!< a photo of the person, and somebody else's record
  kEnrolledOwn,        //!< a photo of the person, and their own record or none
};
inline constexpr std::size_t kWrongWays = 4;
WrongWay wrong_way_of(const EncounterRecord& record);
/// The app said "contact ICE" and a hold would be wrongful; or the agent had another's search, and
/// it was.
bool is_wrong_answer(const EncounterRecord& record);

/// A number that grows during a replication. Times in the unit that the name says.
enum class Amount : std::uint16_t {
  kStops,
  kProlonged,
  kProlongedMinutes,
  kProlongedHours,
  kExpectedProlonged,
  kScans,
  kFailedDevice,  //!< five failures, in the order of ScanOutcome
  kFailedSignIn,
  kFailedCapture,
  kFailedNetwork,
  kFailedTimeout,
  kDeclined,  //!< by the person
  kSubmitted,
  kAnswered,
  kScansCalled,
  kScansReached,
  kFreshSignIns,
  kContactIce,
  kNoAction,
  kPhotosDisagreed,
  kHumanChecks,
  kHumanRejects,
  kAudits,
  kOversightHours,  //!< of reviewers and supervisors
  kSearchedEnrolled,
  kSearchedNotEnrolled,
  kFalseMatches,
  kFalsePositives,
  kMissedMatches,
  kCalls,
  kAbandoned,
  kOtherCalls,
  kOtherAbandoned,
  kOtherWaitSeconds,
  kDeskBusyHours,
  kDeskDutyHours,
  kGatewayBusyHours,
  kGatewayHours,
  kExtractionBusyHours,
  kExtractionHours,
  kSearchBusyHours,
  kSearchHours,
  kBusiestCells,
  kSilentHeld,  //!< people whom an officer kept for want of an answer
  kSilentHeldMinutes,
  kSilentRetried,  //!< scans that were tried again when the system had been silent
  kSilentCalled,   //!< scans after which ICE was called without an answer
  kHolds,
  kHoldHours,
  kTransfers,
  kDetainersExpired,
  kCorrectedByFingerprints,
  kMistakesFound,
  kFederal,
  kReleasesNotEntered,
  kRecordsLeftWrong,
  kWrongfulCount,                                    //!< the first of five, by WrongfulKind
  kWrongfulHours = kWrongfulCount + kWrongfulKinds,  //!< the first of five
  kExpectedCount = kWrongfulHours + kWrongfulKinds,  //!< the first of five
  kExpectedHours = kExpectedCount + kWrongfulKinds,  //!< the first of five
  kImages = kExpectedHours + kWrongfulKinds,
  kCitizenImages,
  kImageYears,
  kCopies,
  kPeopleWithAccess,
  kBreaches,
  kBreachedImages,
  kExposures,
  kOfficers,
  kOfficersEquipped,
  kResidents,
  kWrongAnswers,                             //!< the first of four, by WrongWay
  kWrongHolds = kWrongAnswers + kWrongWays,  //!< the first of four
  kPrintsTried = kWrongHolds + kWrongWays,
  kPrintsUsable,
  kPrintsMatched,
  kDocumentsSetAside,
  kInterviews,
  kWarrants,
  kDetainers,
  kMatchedImages,
  // What the exposure ledger works out at the end of a replication (metrics/exposure).
  kHorizonCreated,
  kHorizonHeld,
  kHorizonOverdue,
  kHorizonDeleted,
  kHorizonStock,
  kHorizonImageYears,
  kHorizonRecordYears,
  kHorizonRequests,
  kHorizonGranted,
  kHorizonTaken,
  kTakenBecause,
  kAccessPeople,
  kAccessAtHorizon,
  kPeriodTaken,
  kPeriodTakenOnce,
  kIncidentRecords,
  kIncidentPeople,
  kIncidentRepeated,
  kIncidentPlates,
  kPort,  //!< the first of those about ports, by PortAmount: always the last
  kAfterLast = kPort + kPortAmounts,
};
inline constexpr std::size_t kAmounts = static_cast<std::size_t>(Amount::kAfterLast);

constexpr Amount wrongful_count(WrongfulKind kind) {
  return static_cast<Amount>(index_of(Amount::kWrongfulCount) + index_of(kind));
}
constexpr Amount wrongful_hours(WrongfulKind kind) {
  return static_cast<Amount>(index_of(Amount::kWrongfulHours) + index_of(kind));
}
constexpr Amount wrong_answers(WrongWay way) {
  return static_cast<Amount>(index_of(Amount::kWrongAnswers) + index_of(way));
}
constexpr Amount wrong_holds(WrongWay way) {
  return static_cast<Amount>(index_of(Amount::kWrongHolds) + index_of(way));
}
constexpr Amount expected_count(WrongfulKind kind) {
  return static_cast<Amount>(index_of(Amount::kExpectedCount) + index_of(kind));
}
constexpr Amount expected_hours(WrongfulKind kind) {
  return static_cast<Amount>(index_of(Amount::kExpectedHours) + index_of(kind));
}
constexpr Amount port(PortAmount amount) {
  return static_cast<Amount>(index_of(Amount::kPort) + index_of(amount));
}
constexpr Amount failed_by(ScanOutcome outcome) {  //!< any outcome but kAnswered
  return static_cast<Amount>(index_of(Amount::kFailedDevice) + index_of(outcome) - 1);
}

/// What an amount is broken down by.
enum class Breakdown : std::uint8_t {
  kNone,
  kState,
  kGroup,   //!< state and ethnicity
  kPerson,  //!< state and what the person is
  kHold,    //!< these, how the hold came about, and who could have stopped it
  kWait,    //!< state, person, what the time was spent on, and who could have stopped it
};

std::string_view name_of(Amount amount);  //!< "custody.wrongful.any.count"
Breakdown breakdown_of(Amount amount);
std::optional<Amount> amount_named(std::string_view name);

/// The categories of a breakdown. kAll is the whole, with the empty key.
enum class Grouping : std::uint8_t {
  kAll,
  kState,      //!< postal code
  kEthnicity,  //!< kEthnicityNames
  kSex,
  kStatus,
  kAge,               //!< kAgeGroupNames
  kCause,             //!< of a hold: HoldOrigin
  kDecision,          //!< of a hold: HoldDecision
  kCauseAndDecision,  //!< "false_match/agent"
  kDelay,             //!< of a prolonged stop: kDelayNames, what took longest
  kParty,             //!< kPartyNames, who could have stopped the harm; not exclusive
  kSystem,            //!< kSystemNames; where there are several
  kPlace,             //!< where a photo is held: kHolderNames
  kPlaceYear,         //!< "store/05": at the end of the fifth year
  kStanding,          //!< kStandingNames
  kStandingYear,      //!< "citizen/05"
  kMatched,           //!< kMatchedNames, whether the gallery returned somebody
  kItem,              //!< kItemNames, what is held
  kRole,              //!< kRoleNames, who has access
  kBreachCause,       //!< kBreachCauseNames
  kExposureFactor,    //!< kExposureFactorNames, what the exposure is due to
  kKeptFor,           //!< kKeptForNames, had the store kept every photo for so long
};
inline constexpr std::array<std::string_view, 22> kDimensionNames{
    "all",   "state",        "ethnicity",          "sex",           "status",     "age",
    "cause", "decision",     "cause_and_decision", "delay",         "could_stop", "system",
    "place", "place_year",   "standing",           "standing_year", "matched",    "item",
    "role",  "breach_cause", "exposure_factor",    "kept_for"};
std::optional<Grouping> dimension_named(std::string_view name);

inline constexpr std::size_t kAgeGroups = 3;
inline constexpr std::array<std::string_view, kAgeGroups> kAgeGroupNames{"under_18", "18_to_64",
                                                                         "65_plus"};
constexpr std::size_t age_group_of(std::uint8_t age) {
  return age < 18 ? 0 : age < 65 ? 1 : 2;
}

}  // namespace fieldtwin

#pragma once
/// How categories are named and explained to readers. Plain words; docs/harm.md has the definitions
/// of harm in full, and a test keeps the two equal.

#include <array>
#include <string_view>

#include "metrics/amounts.hpp"
#include "metrics/delays.hpp"
#include "metrics/disparity.hpp"
#include "metrics/replication_result.hpp"

namespace fieldtwin {

inline constexpr std::array<std::string_view, kEthnicities> kEthnicityLabels{
    "White, not Hispanic",
    "Black",
    "American Indian or Alaska Native",
    "Asian",
    "Pacific Islander",
    "Two or more races",
    "Hispanic"};
inline constexpr std::array<std::string_view, kStatuses> kStatusLabels{
    "US citizen by birth",
    "US citizen, naturalised",
    "Lawful permanent resident",
    "Temporary visa holder",
    "No status, but protected from removal",
    "Unauthorised"};
inline constexpr std::array<std::string_view, kAgeGroups> kAgeGroupLabels{"under 18", "18 to 64",
                                                                          "65 and over"};

/// By SystemKind.
inline constexpr std::array<std::string_view, kSystems> kSystemLabels{
    "Mobile Identify", "Mobile Fortify", "TVS", "287(g) in jails"};

/// By ScanOutcome; the first is no failure.
inline constexpr std::array<std::string_view, 7> kOutcomeLabels{
    "Answer received", "No working device or app",      "Sign-in failed",
    "No usable photo", "No connection, or it was lost", "Gave up waiting",
    "Declined by the person"};

/// By HoldOrigin and by HoldDecision.
inline constexpr std::array<std::string_view, kHoldOrigins> kOriginLabels{
    "The person's own record, which was right", "The person's own record, wrong or outdated",
    "Somebody else's record (false match)",     "No record: the gallery returned nobody",
    "Somebody else's face in the photo",        "Somebody else's file at the ICE desk"};
inline constexpr std::array<std::string_view, 3> kDecisionLabels{
    "An ICE agent confirmed", "The officer held without calling ICE",
    "The officer held because ICE did not answer"};

/// By Party, and by DelayAt.
inline constexpr std::array<std::string_view, kParties> kPartyLabels{"The app and the matcher",
                                                                     "Sign-in, network and service",
                                                                     "Whoever keeps the records",
                                                                     "The officer",
                                                                     "The ICE desk",
                                                                     "Custody"};
inline constexpr std::array<std::string_view, kDelays> kDelayLabels{
    "Signing in",        "Taking photos",           "Transfers and retries",
    "Matching",          "The human check",         "Looking at papers",
    "Between two calls", "Waiting in ICE's queue", "Talk and review at ICE"};

struct StageText {
  std::string_view label;
  std::string_view meaning;
};
/// By Stage.
inline constexpr std::array<StageText, kStages> kStageTexts{{
    {"Sign-in", "Login.gov sign-in with a second factor, when the session has run out."},
    {"Sending the photo",
     "From the first request to the photo's arrival at the service, with retries."},
    {"Matching", "Gateway, template extraction and gallery search at the service."},
    {"Time to an answer", "From the decision to scan to the answer on the officer's screen."},
    {"Waiting for ICE",
     "Waiting on the telephone in each call about a scan, until an agent comes or the officer "
     "gives up."},
    {"Time to a disposition",
     "From the decision to scan to the officer's decision to hold the person or let them go."},
}};

/// By Cause.
inline constexpr std::array<std::string_view, 8> kCauseLabels{
    "The matcher returns somebody else", "The matcher misses the person",
    "The photo is poor, or of another",  "The person's record is wrong",
    "The officer sets rules aside",      "The ICE agent errs",
    "The ICE desk answers late",         "Custody does not find the mistake"};

struct FactorText {
  std::string_view label;
  std::string_view meaning;
};
/// By DisparityFactor.
inline constexpr std::array<FactorText, kDisparityFactors> kDisparityFactorTexts{{
    {"Who is stopped", "Stops per resident."},
    {"Who is scanned", "Scans per stop."},
    {"Whose scan works", "Searches per scan; the other scans failed before."},
    {"Who is enrolled", "Shares of the searches that are for people with and without a photo."},
    {"Whose matches are false", "Wrong answers per search that come from somebody else's record."},
    {"Whose record is wrong",
     "Wrong answers per search that come from the person's own record, or from none."},
    {"Who is held", "Wrongful holds per wrong answer, after a call to ICE or without one."},
}};

/// A kind of harm, as docs/harm.md defines it.
struct HarmText {
  std::string_view label;
  std::string_view definition;
};
extern const std::array<HarmText, kWrongfulKinds> kWrongfulTexts;  //!< by WrongfulKind
extern const HarmText kHoldText;
extern const HarmText kProlongedText;
extern const HarmText kPersonHoursText;

}  // namespace fieldtwin

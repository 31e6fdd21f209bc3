#pragma once
/// What is written down about one encounter in which a face was scanned, or was meant to be.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "metrics/safeguard_record.hpp"
#include "scenarios/groups.hpp"
#include "scenarios/system_kind.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// The steps of an encounter, in the order in which they can happen.
enum class StepKind : std::uint8_t {
  kStop,           //!< the person is stopped
  kScan,           //!< the officer decides to scan
  kNoDevice,       //!< no working device or app
  kSignInFailed,   //!< an attempt to sign in failed
  kSignedIn,       //!< a session is there (value: seconds it took)
  kCaptureFailed,  //!< an attempt gave no usable photo
  kCaptured,       //!< a usable photo (value: quality, 0 to 1)
  kNoCoverage,     //!< no signal
  kTransferLost,   //!< a transfer broke off, or the cell was down
  kRefused,        //!< the service was down
  kUploaded,       //!< the photo has reached the service
  kGatewayDone,
  kTemplateMade,
  kSearched,           //!< candidate list returned (value: best score, 0 for none)
  kTimedOut,           //!< the app gave the request up
  kAnswered,           //!< the answer is on the device (value: 1 contact ICE, 0 no action)
  kDocumentsHonoured,  //!< proof of status outranked the answer
  kReleasedByOfficer,  //!< let go, whatever the answer was
  kHeldByOfficer,      //!< held without a word from ICE
  kCall,               //!< the officer calls ICE
  kHungUp,             //!< and gives up waiting (value: seconds waited)
  kAgent,              //!< an agent takes the call (value: seconds waited)
  kClaim,              //!< a claim of citizenship is researched
  kIceRelease,         //!< the agent says: release
  kIceHold,            //!< the agent says: hold
  kLimitReached,       //!< the stop's limit passes and the officer lets the person go
  kHeld,               //!< custody begins
  kBooked,             //!< fingerprints taken
  kFingerprintsClear,  //!< they show that the match was false
  kTransferred,        //!< to federal custody
  kDetainerExpired,    //!< the detainer's limit passed, ICE did not come
  kReleased,           //!< free again
  kPhotoStored,        //!< the photo is kept
  kSpoofSeen,          //!< the app refuses a picture that is shown instead of a face
  kOtherFace,          //!< the photo shows another face (value: 1 a bystander's, 2 a picture's)
  kWrongFile,          //!< the agent calls up another search than the officer's
  kReleaseNotEntered,  //!< the person stays in because the release is not in the system
  kRecordLeftWrong,    //!< the correction is not entered: the record misleads the next search
  kPrintsTaken,        //!< fingerprints that can be searched
  kPrintsFailed,       //!< an attempt at fingerprints failed
  kPrintsSearched,     //!< the fingerprints' search is over (value: as PrintsFound)
  kDocumentsSetAside,  //!< papers or an ID spoke against the match, and did not count
  kNameDiffers,        //!< the officer sees that the match bears another name, and lets go
  kInterviewed,        //!< a Jail Enforcement officer has interviewed the person
  kWarrantServed,      //!< a Warrant Service officer has served ICE's warrant
  kDetainerLodged,     //!< ICE asks the jail to keep the person
  kDeclined,           //!< the person declines the scan, and shows papers instead
  kPapersChecked,      //!< the officer has looked at them
  kTooPoor,            //!< a photo below the least quality (value: quality)
  kSecondPhoto,        //!< a second usable photo (value: quality)
  kPhotosDisagree,     //!< it does not return the first one's candidate
  kCheckPassed,        //!< a reviewer takes photo and candidate for the same person
  kCheckRejected,      //!< or for two people: no action
  kKeptInSilence,      //!< the system is silent, and the officer keeps the person all the same
  kTriedAgain,         //!< or tries the scan again
  kCalledInSilence,    //!< or calls ICE without an answer from the app
};
inline constexpr std::size_t kStepKinds = index_of(StepKind::kCalledInSilence) + 1;
std::string_view name_of(StepKind kind);  //!< "no_device"

/// One line of the journal.
struct Step {
  Seconds time;  //!< since the start of the period
  StepKind kind;
  double value = 0.0;  //!< see the kind
};

/// How far the scan came.
enum class ScanOutcome : std::uint8_t {
  kAnswered,
  kNoDevice,
  kNoSignIn,
  kNoCapture,
  kNoNetwork,
  kTimedOut,
  kDeclined,
};
std::string_view name_of(
    ScanOutcome outcome);  //!< "answered", "device", "sign_in", ... as in scans.failed.*

/// Whom the gallery returned. Truth: nobody in the model sees the difference of own and other.
enum class MatchTruth : std::uint8_t { kNotSearched, kNobody, kOwn, kOther };

/// Whose face the photo shows.
enum class FaceShown : std::uint8_t {
  kPerson,     //!< the person's who was stopped
  kBystander,  //!< somebody else's in the frame
  kPicture,    //!< somebody else's, in a picture that was held up
};
inline constexpr std::array<std::string_view, 3> kFaceShownNames{"person", "bystander", "picture"};

/// Who the candidate of a search is to the one whose face the photo shows.
enum class Likeness : std::uint8_t { kNobody, kSelf, kTwin, kRelative, kStranger };
inline constexpr std::array<std::string_view, 5> kLikenessNames{"nobody", "self", "twin",
                                                                "relative", "stranger"};

/// Whom the fingerprints' search returned.
enum class PrintsFound : std::uint8_t { kNotTaken, kUnusable, kNobody, kOwn, kOther };

enum class AppAnswer : std::uint8_t { kNone, kNoAction, kContactIce };

/// What the officer did when the system was silent: no sign-in, no network, no answer in time.
enum class Silence : std::uint8_t { kNone, kReleased, kHeld, kTriedAgain, kCalled };

/// Why the app said "contact ICE" to a person who is then held.
enum class HoldOrigin : std::uint8_t {
  kRightRecord,  //!< the person's own record, and it is right
  kWrongRecord,  //!< the person's own record, outdated or wrong
  kFalseMatch,   //!< somebody else's record, by the search
  kNoMatch,      //!< the gallery returned nobody and the app said "contact ICE" all the same
  kOtherFace,    //!< the record of somebody else, whose face the photo showed
  kOtherFile,    //!< somebody else's search, which the agent called up
};
inline constexpr std::size_t kHoldOrigins = 6;
std::string_view name_of(HoldOrigin origin);
/// Whether it is another person's record on which the hold rests.
bool rests_on_another(HoldOrigin origin);

/// Who let it become a hold.
enum class HoldDecision : std::uint8_t {
  kAgent,              //!< the ICE agent confirmed
  kOfficerAlone,       //!< the officer held without calling
  kOfficerUnanswered,  //!< the officer held because ICE did not answer
};
inline constexpr std::size_t kHoldDecisions = 3;
std::string_view name_of(HoldDecision decision);

/// How a hold ended.
enum class HoldEnd : std::uint8_t {
  kFingerprints,     //!< they showed that the match was false
  kMistakeFound,     //!< released later
  kTransfer,         //!< to ICE
  kDetainerExpired,  //!< released: ICE did not come in time
};
std::string_view name_of(HoldEnd end);

/// A hold, from the decision to the release or the transfer.
struct HoldRecord {
  HoldOrigin origin;
  HoldDecision decision;
  HoldEnd end;
  Seconds length;        //!< deprivation of liberty: transport, booking and hold
  bool federal = false;  //!< went on in federal custody after the detainer's limit
};

/// What the person showed the officer, what the records said, and what the agent made of it. Only a
/// story tells them; results.sqlite does without.
struct Evidence {
  bool showed_id = false;                         //!< a photo ID
  bool showed_proof = false;                      //!< proof of status
  Standing own_record = Standing::kCitizen;       //!< what the person's own record shows
  RecordFault record_fault = RecordFault::kNone;  //!< why it is wrong, if it is
  FaceShown face = FaceShown::kPerson;            //!< whose face the photo showed
  Likeness candidate = Likeness::kNobody;         //!< who the candidate is to that face
  std::optional<Standing> found_record;         //!< what the record shows that the search returned
  std::optional<bool> agent_saw_same_person;    //!< the agent took the candidate for the person
  std::optional<Standing> agent_took_standing;  //!< and the standing to be this
  bool agent_had_wrong_file = false;            //!< and had another search before them
  bool release_not_entered = false;             //!< when it was due
  bool record_left_wrong = false;               //!< the correction was not entered
  PrintsFound prints = PrintsFound::kNotTaken;
  bool documents_set_aside = false;  //!< they spoke against the match, and did not count
  bool interviewed = false;          //!< in jail
  bool warrant_served = false;       //!< in jail
  bool detainer_lodged = false;      //!< in jail
};

/// Everything that the measurements need to know about one scan.
struct EncounterRecord {
  std::uint64_t id = 0;  //!< officer << 24 | number of the stop
  SystemKind system = SystemKind::kMobileIdentify;
  std::uint32_t officer = 0;
  std::uint16_t state = 0;  //!< index in the table of states
  Area area = Area::kUrban;

  // What is true of the person.
  std::uint64_t person = 0;
  Ethnicity ethnicity = Ethnicity::kWhite;
  Sex sex = Sex::kMale;
  std::uint8_t age = 0;  //!< years
  Status status = Status::kUsBorn;
  bool enrolled = false;  //!< has a photo in the gallery

  // What happened. Times since the start of the period; durations where it says so.
  Seconds stopped{0.0};
  Seconds scan_began{0.0};
  Seconds ended{0.0};  //!< the officer's decision: let go or held
  ScanOutcome outcome = ScanOutcome::kAnswered;
  std::optional<Seconds> sign_in;  //!< how long a fresh sign-in took; none: session alive
  std::optional<Seconds> uplink;   //!< first request to photo received, with retries
  std::optional<Seconds> match;    //!< photo received to candidate list, at the service
  std::optional<Seconds> answer;   //!< scan began to answer seen
  MatchTruth match_truth = MatchTruth::kNotSearched;
  AppAnswer app_answer = AppAnswer::kNone;
  std::vector<Seconds> call_waits;  //!< of each call: until an agent came, or hung up
  std::uint32_t calls_abandoned = 0;
  bool agent_reached = false;
  bool prolonged = false;  //!< kept beyond the limit without a basis
  Seconds prolonged_by{0.0};
  Silence silence = Silence::kNone;
  Seconds silent_wait{0.0};  //!< how long the person was kept for want of an answer
  std::optional<HoldRecord> hold;
  bool photo_stored = false;
  Seconds retention{0.0};  //!< how long it is kept
  Evidence evidence;
  SafeguardRecord safeguards;

  std::vector<Step> steps;
};

/// The kinds of wrongful hold. Not exclusive: see docs/harm.md for the definitions.
struct Wrongful {
  bool us_citizen = false;
  bool lawful_status = false;
  bool false_match = false;
  bool stale_record = false;
  bool any() const { return us_citizen || lawful_status || false_match || stale_record; }
};
/// Judges a hold by what is true: all false if there is no hold, or no kind applies.
Wrongful wrongful_kinds(const EncounterRecord& record);
/// What a hold of that origin would be, of a person of that standing.
Wrongful wrongful_kinds(HoldOrigin origin, Standing standing);

}  // namespace fieldtwin

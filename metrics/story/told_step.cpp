#include <fmt/format.h>

#include "metrics/story/story.hpp"
#include "metrics/story/words.hpp"

namespace fieldtwin {
namespace {

constexpr std::string_view kOfficer = "the officer";
constexpr std::string_view kApp = "the app";
constexpr std::string_view kLogin = "Login.gov";
constexpr std::string_view kNetwork = "the network";
constexpr std::string_view kService = "the service";
constexpr std::string_view kPerson = "the person";
constexpr std::string_view kReviewer = "the reviewer";
constexpr std::string_view kAgent = "the ICE agent";
constexpr std::string_view kJail = "the jail";
constexpr std::string_view kIce = "ICE";

std::string_view with_without(bool with) {
  return with ? "shows" : "does not show";
}

Belief officer_at_stop(const EncounterRecord& record) {
  return {kOfficer, fmt::format("the person {} a photo ID and {} proof of status",
                                with_without(record.evidence.showed_id),
                                with_without(record.evidence.showed_proof))};
}

Belief service_after_search(const EncounterRecord& record) {
  if (!record.evidence.found_record) return {kService, "the person is nobody in the gallery"};
  return {kService, fmt::format("the person is the candidate, whose record shows {}",
                                standing_words(*record.evidence.found_record))};
}

/// The app gives no name and no candidate: this is all that the officer learns.
Belief officer_after_answer(const EncounterRecord& record, bool contact) {
  if (!contact) return {kOfficer, "the app asks for no action"};
  return {kOfficer, fmt::format("the app says \"contact ICE\", reference number {}", record.id)};
}

std::vector<Belief> after_review(const EncounterRecord& record, std::string_view verdict) {
  const Evidence& evidence = record.evidence;
  const std::string_view standing =
      standing_words(evidence.agent_took_standing.value_or(Standing::kRemovable));
  std::string saw = fmt::format("the person, of whom there is no record, has {}", standing);
  if (evidence.found_record || evidence.agent_had_wrong_file) {
    saw = fmt::format(
        "the candidate is {}, and has {}",
        evidence.agent_saw_same_person.value_or(false) ? "the person stopped" : "somebody else",
        standing);
  }
  return {{kAgent, std::move(saw)}, {kOfficer, std::string(verdict)}};
}

StoryStep told(const Step& step, std::string_view who, std::string what,
               std::vector<Belief> beliefs = {}) {
  return {step, "", Seconds(0.0), who, std::move(what), std::move(beliefs)};
}

StoryStep on_the_way(const EncounterRecord& record, const Step& step) {
  const Seconds took(step.value);
  switch (step.kind) {
    case StepKind::kStop:
      return told(step, kOfficer, "stops the person", {officer_at_stop(record)});
    case StepKind::kScan:
      return told(step, kOfficer, "decides to scan the person's face");
    case StepKind::kNoDevice:
      return told(step, kApp, "does not work");
    case StepKind::kSignInFailed:
      return told(step, kLogin, "refuses an attempt to sign in");
    case StepKind::kSignedIn:
      return told(step, kLogin, fmt::format("signs the officer in after {}", duration_words(took)));
    case StepKind::kCaptureFailed:
      return told(step, kApp, "rejects a photo");
    case StepKind::kCaptured:
      return told(step, kApp, fmt::format("accepts a photo of quality {:.2f}", step.value));
    case StepKind::kNoCoverage:
      return told(step, kNetwork, "has no signal here");
    case StepKind::kTransferLost:
      return told(step, kNetwork, "breaks a transfer off");
    case StepKind::kRefused:
      return told(step, kService, "is down and refuses the request");
    case StepKind::kUploaded:
      return told(step, kService, "has received the photo");
    case StepKind::kGatewayDone:
      return told(step, kService, "lets the request in");
    case StepKind::kTemplateMade:
      return told(step, kService, "has made a template of the photo");
    case StepKind::kSearched:
      return told(step, kService,
                  record.evidence.found_record
                      ? fmt::format("finds a candidate with score {:.3g}", step.value)
                      : std::string("finds no candidate"),
                  {service_after_search(record)});
    case StepKind::kPhotoStored:
      return told(step, kService,
                  fmt::format("keeps the photo for {}", duration_words(record.retention)));
    case StepKind::kSpoofSeen:
      return told(step, kApp, "sees that a picture is held up, and refuses it");
    case StepKind::kOtherFace:
      return told(step, kApp,
                  step.value > 1.0 ? "takes the face of a picture that is held up"
                                   : "takes the face of somebody else in the frame",
                  {{kOfficer, "the photo shows the person"}});
    case StepKind::kPrintsTaken:
      return told(step, kApp, "takes fingerprints that can be searched");
    case StepKind::kPrintsFailed:
      return told(step, kApp, "gets no usable fingerprints");
    case StepKind::kPrintsSearched:
      return told(step, kService, "has searched the fingerprints");
    case StepKind::kTimedOut:
      return told(step, kApp, "gives the request up");
    case StepKind::kDeclined:
      return told(step, kPerson, "declines the scan, as citizens may");
    case StepKind::kPapersChecked:
      return told(step, kOfficer, "has looked at papers instead, and lets the person go");
    case StepKind::kTooPoor:
      return told(step, kApp,
                  fmt::format("asks for another photo: quality {:.2f} is too poor", step.value));
    case StepKind::kSecondPhoto:
      return told(step, kApp, fmt::format("accepts a second photo of quality {:.2f}", step.value));
    case StepKind::kPhotosDisagree:
      return told(step, kService, "does not find the candidate again by the second photo");
    case StepKind::kCheckPassed:
      return told(step, kReviewer, "takes photo and candidate for the same person",
                  {{kReviewer, "the candidate is the person in the photo"}});
    case StepKind::kCheckRejected:
      return told(step, kReviewer, "takes photo and candidate for two people: no action",
                  {{kReviewer, "the candidate is not the person in the photo"}});
    default:
      return told(step, kApp, step.value > 0.0 ? "says \"contact ICE\"" : "asks for no action",
                  {officer_after_answer(record, step.value > 0.0)});
  }
}

StoryStep after_the_answer(const EncounterRecord& record, const Step& step) {
  const Seconds waited(step.value);
  switch (step.kind) {
    case StepKind::kDocumentsHonoured:
      return told(step, kOfficer, "honours the proof of status and lets the person go");
    case StepKind::kReleasedByOfficer:
      return told(step, kOfficer, "lets the person go");
    case StepKind::kHeldByOfficer:
      return told(step, kOfficer, "holds the person without a word from ICE",
                  {{kOfficer, "the app's answer is reason enough to hold"}});
    case StepKind::kDocumentsSetAside:
      return told(step, kOfficer, "sets papers aside: the match counts as definitive",
                  {{kOfficer, "the match is right, whatever the papers say"}});
    case StepKind::kNameDiffers:
      return told(step, kOfficer, "sees another name on the ID than the match returned",
                  {{kOfficer, "the match is somebody else's"}});
    case StepKind::kInterviewed:
      return told(step, kOfficer, "interviews the person in jail");
    case StepKind::kWarrantServed:
      return told(step, kOfficer, "serves ICE's warrant in jail");
    case StepKind::kDetainerLodged:
      return told(step, kIce, "asks the jail to keep the person");
    case StepKind::kCall:
      return told(step, kOfficer, fmt::format("calls ICE with reference number {}", record.id));
    case StepKind::kHungUp:
      return told(step, kOfficer, fmt::format("hangs up after waiting {}", duration_words(waited)));
    case StepKind::kAgent:
      return told(step, kAgent,
                  fmt::format("takes the call after {} in the queue", duration_words(waited)));
    case StepKind::kClaim:
      return told(step, kAgent, "looks into a claim of citizenship");
    case StepKind::kWrongFile:
      return told(step, kAgent, "calls up another person's search",
                  {{kAgent, "this is the search that the officer calls about"}});
    case StepKind::kIceRelease:
      return told(step, kAgent, "says: let the person go",
                  after_review(record, "ICE has no interest in the person"));
    case StepKind::kIceHold:
      return told(step, kAgent, "says: hold the person",
                  after_review(record, "ICE wants the person held"));
    case StepKind::kLimitReached:
      return told(step, kOfficer, "lets the person go, for the stop has reached its limit");
    case StepKind::kHeld:
      return told(step, kOfficer, "takes the person into custody");
    case StepKind::kBooked:
      return told(step, kJail, "books the person and takes fingerprints");
    case StepKind::kFingerprintsClear:
      return told(step, kJail, "sees from the fingerprints that this is somebody else",
                  {{kJail, "the person is not the one in the record"}});
    case StepKind::kReleaseNotEntered:
      return told(step, kJail, "keeps the person, for the release is not in the system");
    case StepKind::kRecordLeftWrong:
      return told(step, kIce, "does not enter the correction: the record stays wrong");
    case StepKind::kKeptInSilence:
      return told(step, kOfficer, "keeps the person although there is no answer");
    case StepKind::kTriedAgain:
      return told(step, kOfficer, "tries the scan again");
    case StepKind::kCalledInSilence:
      return told(step, kOfficer, "calls ICE without an answer from the app");
    case StepKind::kTransferred:
      return told(step, kIce, "takes the person over");
    case StepKind::kDetainerExpired:
      return told(step, kJail, "sees the detainer's limit pass without ICE");
    default: {
      const bool found = record.hold && record.hold->end == HoldEnd::kMistakeFound;
      const bool federal = record.hold && record.hold->federal;
      return told(step, federal ? kIce : kJail,
                  found ? "finds the mistake and lets the person go" : "lets the person go");
    }
  }
}

}  // namespace

StoryStep told_step(const EncounterRecord& record, const Step& step) {
  const bool early = step.kind <= StepKind::kAnswered || step.kind == StepKind::kPhotoStored ||
                     step.kind == StepKind::kSpoofSeen || step.kind == StepKind::kOtherFace ||
                     step.kind == StepKind::kPrintsTaken || step.kind == StepKind::kPrintsFailed ||
                     step.kind == StepKind::kPrintsSearched ||
                     (step.kind >= StepKind::kDeclined && step.kind < StepKind::kKeptInSilence);
  return early ? on_the_way(record, step) : after_the_answer(record, step);
}

}  // namespace fieldtwin

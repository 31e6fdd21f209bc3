#include <fmt/format.h>

#include <algorithm>

#include "metrics/delays.hpp"
#include "metrics/story/story.hpp"
#include "metrics/story/words.hpp"

namespace fieldtwin {
namespace {

bool happened(const EncounterRecord& record, StepKind kind) {
  return std::ranges::any_of(record.steps, [kind](const Step& step) { return step.kind == kind; });
}

double quality_of_photo(const EncounterRecord& record) {
  for (const Step& step : record.steps) {
    if (step.kind == StepKind::kCaptured) return step.value;
  }
  return 0.0;
}

/// The parameter that governs the likeness.
std::string_view parameter_of(Likeness candidate) {
  if (candidate == Likeness::kTwin) return "matcher.twin_match";
  return candidate == Likeness::kRelative ? "matcher.relative_match" : "matcher.fpir";
}

/// What led to the answer "contact ICE".
void before_the_answer(const EncounterRecord& record, std::vector<WayOut>& ways) {
  if (record.evidence.showed_id) {
    ways.push_back({"the officer", "need not have scanned a person who showed a photo ID",
                    "encounters.scan_with_id"});
  }
  switch (record.hold->origin) {
    case HoldOrigin::kFalseMatch:
      ways.push_back({"the matcher",
                      fmt::format("could have refused a candidate who is {} (false match)",
                                  candidate_words(record.evidence.candidate)),
                      parameter_of(record.evidence.candidate)});
      if (record.enrolled) {
        ways.push_back(
            {"the capture",
             fmt::format("could have brought the person's own record first, with a photo better "
                         "than quality {:.2f}",
                         quality_of_photo(record)),
             "capture.quality"});
      }
      break;
    case HoldOrigin::kWrongRecord:
      ways.push_back({"whoever keeps the records",
                      fmt::format("could have corrected a record that shows {}",
                                  standing_words(record.evidence.own_record)),
                      "records.wrong"});
      break;
    case HoldOrigin::kNoMatch:
      ways.push_back({"the app", "could have asked for no action where the gallery returned nobody",
                      "service.no_match_answer"});
      break;
    case HoldOrigin::kOtherFace:
      if (record.evidence.face == FaceShown::kPicture) {
        ways.push_back({"the app", "could have seen that a picture was held up instead of a face",
                        "capture.spoof_detected"});
      }
      ways.push_back(
          {"the officer", "could have seen that the photo shows somebody else's face",
           record.evidence.face == FaceShown::kPicture ? "capture.spoofed" : "capture.wrong_face"});
      break;
    case HoldOrigin::kRightRecord:
    case HoldOrigin::kOtherFile:
      break;
  }
}

void by_the_officer(const EncounterRecord& record, std::vector<WayOut>& ways) {
  if (record.evidence.showed_proof) {
    ways.push_back({"the officer", "could have honoured the proof of status that the person showed",
                    "policy.documents_honoured"});
  }
  if (record.hold->decision == HoldDecision::kOfficerAlone) {
    ways.push_back({"the officer", "could have called ICE instead of holding on the app's answer",
                    "policy.holds_without_call"});
  }
  if (record.hold->decision == HoldDecision::kOfficerUnanswered) {
    ways.push_back({"the officer", "could have let the person go when ICE did not answer",
                    "policy.holds_unanswered"});
    ways.push_back({"the ICE desk",
                    fmt::format("could have answered one of {} call{}", record.call_waits.size(),
                                record.call_waits.size() == 1 ? "" : "s"),
                    "ice.agents_day"});
  }
}

void by_the_agent(const EncounterRecord& record, std::vector<WayOut>& ways) {
  if (record.hold->decision != HoldDecision::kAgent) return;
  if (record.hold->origin == HoldOrigin::kOtherFile) {
    ways.push_back({"the ICE agent", "could have called up the search of this reference number",
                    "ice.wrong_reference"});
  } else if (record.hold->origin == HoldOrigin::kOtherFace) {
    return;  // photo and candidate agree: there was nothing to see
  } else if (record.hold->origin == HoldOrigin::kFalseMatch) {
    ways.push_back({"the ICE agent",
                    "could have seen that the candidate is another person (false accept)",
                    "ice.false_accept"});
  } else if (record.evidence.agent_took_standing != standing_of(record.status)) {
    ways.push_back({"the ICE agent",
                    happened(record, StepKind::kClaim)
                        ? "looked into a claim of citizenship and could have found it true"
                        : "could have found out the person's true standing",
                    "ice.finds_standing"});
  }
}

void in_custody(const EncounterRecord& record, std::vector<WayOut>& ways) {
  const HoldRecord& hold = *record.hold;
  if (record.evidence.release_not_entered) {
    ways.push_back({"the jail", "could have entered the release when it was due",
                    "custody.release_unentered"});
  }
  if (hold.end == HoldEnd::kFingerprints) {
    ways.push_back({"the jail",
                    fmt::format("did stop it by fingerprints, {} after the hold began",
                                duration_words(hold.length)),
                    "custody.fingerprints_correct"});
    return;
  }
  if (rests_on_another(hold.origin) ||
      (hold.origin == HoldOrigin::kWrongRecord &&
       record.evidence.record_fault == RecordFault::kAnothersBooking)) {
    ways.push_back({"the jail", "could have seen from the fingerprints that this is somebody else",
                    "custody.fingerprints_correct"});
  }
  ways.push_back({hold.federal ? "the jail and ICE" : "the jail",
                  fmt::format("could have found the mistake sooner than after {}",
                              duration_words(hold.length)),
                  "custody.wrongful_hold"});
}

/// Each delay without which alone the stop would have kept its limit.
void out_of_the_wait(const EncounterRecord& record, std::vector<WayOut>& ways) {
  ways.push_back({"the officer",
                  fmt::format("could have let the person go {} earlier, at the limit",
                              duration_words(record.prolonged_by)),
                  "policy.releases_at_limit"});
  for (const Delay& delay : delays_of(record)) {
    if (delay.time < record.prolonged_by) continue;
    ways.push_back({delay.who,
                    fmt::format("could have spared {} {}, more than the stop was prolonged by",
                                duration_words(delay.time), delay.doing),
                    delay.parameter});
  }
}

}  // namespace

std::vector<WayOut> ways_out_of(const EncounterRecord& record) {
  std::vector<WayOut> ways;
  if (record.prolonged) out_of_the_wait(record, ways);
  if (wrongful_kinds(record).any()) {
    before_the_answer(record, ways);
    by_the_officer(record, ways);
    by_the_agent(record, ways);
    in_custody(record, ways);
  }
  return ways;
}

}  // namespace fieldtwin

#include "agents/encounter/encounter.hpp"

#include "agents/chance.hpp"
#include "agents/custody.hpp"
#include "agents/encounter/action.hpp"
#include "agents/encounter/audit.hpp"
#include "agents/encounter/capture.hpp"
#include "agents/encounter/human_check.hpp"
#include "agents/encounter/opt_out.hpp"
#include "agents/encounter/submit.hpp"
#include "agents/encounter/take_prints.hpp"
#include "agents/encounter/weigh.hpp"
#include "agents/hand_in.hpp"
#include "agents/preparation.hpp"
#include "agents/system.hpp"
#include "sim/timeout.hpp"

namespace fieldtwin {
namespace {

/// The photo with the fingerprints that are taken after it; prints alone if there is no photo.
Task<std::optional<Photo>> with_prints(System& system, const Stop& stop, std::optional<Photo> photo,
                                       EncounterLog& log) {
  const PrintsTaken taken = co_await take_prints(system, stop, log);
  if (taken == PrintsTaken::kNo) co_return photo;
  const Bytes size = value_of(system.draws, system.scenario.fingerprints.size,
                              Decision::kPrintsSize, stop.id.value);
  if (!photo) {
    photo = Photo{Probability(0.0), Bytes(0.0), own_face(system.population, stop.person)};
    photo->face = Photo::Face::kNone;
  }
  photo->prints = size;
  co_return photo;
}

/// Everything from the app's start to what the service finds. Nothing if the scan failed; the record says
/// where.
Task<std::optional<SearchResult>> scan(System& system, Device& device, const Stop& stop,
                                       EncounterLog& log) {
  log.step(StepKind::kScan);
  if (declines(system.scenario.safeguards.opt_out, stop, system.draws)) {
    co_await check_papers(system, stop, log);
    co_return std::nullopt;
  }
  if (chance(system.draws, system.scenario.devices.fault, Decision::kDeviceFault, stop.id.value)) {
    log.record().outcome = ScanOutcome::kNoDevice;
    log.step(StepKind::kNoDevice);
    co_return std::nullopt;
  }
  const SignedIn signed_in = co_await system.login.sign_in(device, log);
  if (signed_in == SignedIn::kNo) {
    log.record().outcome = ScanOutcome::kNoSignIn;
    co_return std::nullopt;
  }
  std::optional<Photo> photo = co_await capture(system, stop, log);
  if (system.scenario.system == SystemKind::kMobileFortify) {
    photo = co_await with_prints(system, stop, std::move(photo), log);
  }
  if (!photo) {
    log.record().outcome = ScanOutcome::kNoCapture;
    co_return std::nullopt;
  }
  co_return co_await submit(system, device, stop, *photo, log);
}

/// Calls ICE, and waits for the verdict no longer than the stop may last if the officer minds that.
/// Nothing if the limit came first.
Task<std::optional<DeskAnswer>> call_ice(System& system, const Stop& stop, Seconds latest_end,
                                         const SearchResult& result, EncounterLog& log) {
  const KeptPolicy policy(system.scenario, stop.preparation);
  if (!lets_go_at_limit(*policy, system.draws, stop.id)) {
    co_return co_await system.desk.ask(stop, result, log);
  }
  const Seconds left = latest_end - system.calendar.now();
  if (left <= Seconds(0.0)) co_return std::nullopt;
  const auto answer =
      co_await with_timeout(system.calendar, left, system.desk.ask(stop, result, log));
  if (!answer) system.desk.hang_up(log);
  co_return answer;
}

/// What becomes of the person once the answer is there: let go, or held by whose decision.
Task<std::optional<HoldBasis>> act(System& system, const Stop& stop, Seconds latest_end,
                                   const SearchResult& result, EncounterLog& log) {
  const KeptPolicy policy(system.scenario, stop.preparation);
  ShownPapers papers = stop.papers;
  if (system.scenario.system == SystemKind::kMobileFortify &&
      result.shown.answer == AppAnswer::kContactIce) {
    switch (weigh(system.scenario.fortify, result, stop, system.draws)) {
      case Weighed::kNameDiffers:
        log.step(StepKind::kNameDiffers);
        co_return std::nullopt;
      case Weighed::kSetAside:
        log.step(StepKind::kDocumentsSetAside);
        log.record().evidence.documents_set_aside = true;
        papers = ShownPapers::kNone;
        break;
      case Weighed::kPapersCount:
      case Weighed::kNothingAgainst:
        break;
    }
  }
  const auto held = [&](HoldDecision decision, File file = File::kRight) {
    return HoldBasis{origin_of(result, stop.person.standing(), file), decision};
  };
  switch (decide_action(*policy, {result.shown, papers}, system.draws, stop.id)) {
    case OfficerAction::kHonourDocuments:
      log.step(StepKind::kDocumentsHonoured);
      co_return std::nullopt;
    case OfficerAction::kRelease:
      log.step(StepKind::kReleasedByOfficer);
      co_return std::nullopt;
    case OfficerAction::kHold:
      log.step(StepKind::kHeldByOfficer);
      co_return held(HoldDecision::kOfficerAlone);
    case OfficerAction::kCall:
      break;
  }
  const std::optional<DeskAnswer> answer = co_await call_ice(system, stop, latest_end, result, log);
  if (!answer) {
    log.step(StepKind::kLimitReached);
    co_return std::nullopt;
  }
  if (answer->verdict == Verdict::kHold) co_return held(HoldDecision::kAgent, answer->file);
  if (answer->verdict == Verdict::kUnanswered && holds_unanswered(*policy, system.draws, stop.id)) {
    log.step(StepKind::kHeldByOfficer);
    co_return held(HoldDecision::kOfficerUnanswered);
  }
  log.step(StepKind::kReleasedByOfficer);
  co_return std::nullopt;
}

}  // namespace

Task<> encounter(System& system, const Officer& officer, Device& device, const Stop& stop) {
  EncounterLog log(system.calendar, officer, stop);
  log.record().evidence.record_fault = system.population.record_fault(stop.person);
  log.step(StepKind::kStop);
  const Seconds latest = latest_end(system.scenario.policy, stop);

  std::optional<HoldBasis> held;
  const std::optional<SearchResult> found = co_await scan(system, device, stop, log);
  if (found) {
    if (system.forecast != nullptr) {
      const Seconds now = system.calendar.now();
      const HumanCheck& check = system.scenario.safeguards.human_check;
      system.forecast->answered(stop, now, contact_shown(check, now, system.draws, stop.id));
    }
    const SearchResult result = co_await human_check(system, stop, *found, log);
    show_answer(system, device, result, log);
    held = co_await act(system, stop, latest, result, log);
  }

  EncounterRecord& record = log.record();
  record.ended = system.calendar.now();
  record.prolonged = outlasts(record.ended, latest);
  if (record.prolonged) record.prolonged_by = record.ended - latest;
  note_audit(system.scenario.safeguards.audit, system.draws, record.id, record.safeguards);
  if (held) {
    system.calendar.start(custody(system, stop, *held, std::move(log)));
  } else {
    hand_in(system, record);
    // The stop's own business may take longer than the scan did.
    co_await system.calendar.sleep_until(stop.began + stop.length);
  }
}

}  // namespace fieldtwin

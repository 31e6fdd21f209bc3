#include "agents/encounter/encounter.hpp"

#include "agents/chance.hpp"
#include "agents/custody.hpp"
#include "agents/encounter/action.hpp"
#include "agents/encounter/audit.hpp"
#include "agents/encounter/capture.hpp"
#include "agents/encounter/human_check.hpp"
#include "agents/encounter/opt_out.hpp"
#include "agents/encounter/silence.hpp"
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
    photo = Photo{Picture{Probability(0.0)}, Bytes(0.0), own_face(system.population, stop.person)};
    photo->face = Photo::Face::kNone;
  }
  photo->prints = size;
  co_return photo;
}

/// Everything from the app's start to what the service finds. Nothing if the scan failed; the record says
/// where. `round`: how often it failed before; a photo that was taken then is sent again.
Task<std::optional<SearchResult>> scan(System& system, Device& device, const Stop& stop,
                                       std::optional<Photo>& photo, std::uint16_t round,
                                       EncounterLog& log) {
  if (!system.login.is_signed_in(device)) {
    const SignedIn signed_in = co_await system.login.sign_in(device, log, round);
    if (signed_in == SignedIn::kNo) {
      log.record().outcome = ScanOutcome::kNoSignIn;
      co_return std::nullopt;
    }
  }
  device.session.use(system.calendar.now());
  if (!photo) {
    photo = co_await capture(system, stop, log);
    if (system.scenario.system == SystemKind::kMobileFortify) {
      photo = co_await with_prints(system, stop, std::move(photo), log);
    }
  }
  if (!photo) {
    log.record().outcome = ScanOutcome::kNoCapture;
    co_return std::nullopt;
  }
  co_return co_await submit(system, device, stop, *photo, log, round);
}

/// Whether there is a device to scan with.
bool has_device(const System& system, const Stop& stop, EncounterLog& log) {
  if (!chance(system.draws, system.scenario.devices.fault, Decision::kDeviceFault, stop.id.value)) {
    return true;
  }
  log.record().outcome = ScanOutcome::kNoDevice;
  log.step(StepKind::kNoDevice);
  return false;
}

/// The scan, and again while the system is silent if the officer is one who tries again.
/// The photo is what was last taken.
Task<std::optional<SearchResult>> scan_until(System& system, Device& device, const Stop& stop,
                                             Seconds latest_end, std::optional<Photo>& photo,
                                             EncounterLog& log) {
  log.step(StepKind::kScan);
  if (declines(system.scenario.safeguards.opt_out, stop, system.draws)) {
    co_await check_papers(system, stop, log);
    co_return std::nullopt;
  }
  if (!has_device(system, stop, log)) co_return std::nullopt;
  std::optional<SearchResult> result = co_await scan(system, device, stop, photo, 0, log);
  if (result || !is_silence(log.record().outcome)) co_return result;
  const Silence answer = when_silent(system.scenario.policy.when_silent, system.draws, stop.id);
  log.record().silence = answer;
  if (answer != Silence::kTriedAgain) co_return std::nullopt;

  const Seconds silent_since = system.calendar.now();
  constexpr std::uint16_t kMostRounds = 1000;  // rounds without a pause must not hang
  for (std::uint16_t round = 1; round < kMostRounds; ++round) {
    const Seconds pause = value_of(system.draws, system.scenario.policy.when_silent.retry_pause,
                                   Decision::kSilentRetryPause, stop.id.value, round);
    if (system.calendar.now() + pause >= latest_end) break;
    co_await system.calendar.sleep(pause);
    log.step(StepKind::kTriedAgain);
    result = co_await scan(system, device, stop, photo, round, log);
    if (result || !is_silence(log.record().outcome)) break;
  }
  log.record().silent_wait = system.calendar.now() - silent_since;
  co_return result;
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

/// What becomes of the person once ICE has been called: let go, or held by whose decision.
Task<std::optional<HoldBasis>> after_call(System& system, const Stop& stop, Seconds latest_end,
                                          const SearchResult& result, EncounterLog& log) {
  const KeptPolicy policy(system.scenario, stop.preparation);
  const auto held = [&](HoldDecision decision, File file = File::kRight) {
    return HoldBasis{origin_of(result, stop.person.standing(), file), decision};
  };
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

/// What the officer does once the answer is there.
struct Act {
  bool calls_ice = false;
  std::optional<HoldBasis> held = {};  //!< without a call
};

// No coroutine: it takes no time, and is met in every scan.
Act act(System& system, const Stop& stop, const SearchResult& result, EncounterLog& log) {
  const KeptPolicy policy(system.scenario, stop.preparation);
  ShownPapers papers = stop.papers;
  if (system.scenario.system == SystemKind::kMobileFortify &&
      result.shown.answer == AppAnswer::kContactIce) {
    switch (weigh(system.scenario.fortify, result, stop, system.draws)) {
      case Weighed::kNameDiffers:
        log.step(StepKind::kNameDiffers);
        return {};
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
  switch (decide_action(*policy, {result.shown, papers}, system.draws, stop.id)) {
    case OfficerAction::kHonourDocuments:
      log.step(StepKind::kDocumentsHonoured);
      return {};
    case OfficerAction::kRelease:
      log.step(StepKind::kReleasedByOfficer);
      return {};
    case OfficerAction::kHold:
      log.step(StepKind::kHeldByOfficer);
      return {.held = HoldBasis{origin_of(result, stop.person.standing(), File::kRight),
                                HoldDecision::kOfficerAlone}};
    case OfficerAction::kCall:
      break;
  }
  return {.calls_ice = true};
}

/// What becomes of the person if there is no answer because the system is silent: let go, kept
/// until the limit, or ICE is called with what the person shows and says.
Task<std::optional<HoldBasis>> act_in_silence(System& system, const Stop& stop, Seconds latest_end,
                                              EncounterLog& log) {
  const Seconds silent_since = system.calendar.now();
  switch (log.record().silence) {
    case Silence::kHeld:
      log.step(StepKind::kKeptInSilence);
      co_await system.calendar.sleep_until(latest_end);
      log.record().silent_wait = system.calendar.now() - silent_since;
      log.step(StepKind::kLimitReached);
      break;
    case Silence::kCalled: {
      log.step(StepKind::kCalledInSilence);
      const SearchResult told = told_by_person(stop);
      const auto held = co_await after_call(system, stop, latest_end, told, log);
      log.record().silent_wait = system.calendar.now() - silent_since;
      co_return held;
    }
    case Silence::kNone:
    case Silence::kReleased:
    case Silence::kTriedAgain:
      break;
  }
  co_return std::nullopt;
}

Sent sent_of(const Photo& photo) {
  return {photo.face, photo.with_prints() ? PrintsTaken::kYes : PrintsTaken::kNo};
}

}  // namespace

Task<> encounter(System& system, const Officer& officer, Device& device, const Stop& stop) {
  EncounterLog log(system.calendar, officer, stop);
  log.record().evidence.record_fault = system.population.record_fault(stop.person);
  log.step(StepKind::kStop);
  const Seconds latest = latest_end(system.scenario.policy, stop);

  std::optional<HoldBasis> held;
  std::optional<Photo> photo;
  const std::optional<SearchResult> found =
      co_await scan_until(system, device, stop, latest, photo, log);
  if (found) {
    if (system.forecast != nullptr) {
      const Seconds now = system.calendar.now();
      const HumanCheck& check = system.scenario.safeguards.human_check;
      system.forecast->answered(stop, now, contact_shown(check, now, system.draws, stop.id),
                                sent_of(*photo));
    }
    SearchResult result = *found;
    if (waits_for_check(system.scenario.safeguards.human_check, result, system.draws, stop.id)) {
      result = co_await human_check(system, stop, result, log);
    }
    show_answer(system, device, result, log);
    const Act acted = act(system, stop, result, log);
    held = acted.held;
    if (acted.calls_ice) held = co_await after_call(system, stop, latest, result, log);
  } else {
    held = co_await act_in_silence(system, stop, latest, log);
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

#include "agents/custody.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "agents/system.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// What is not entered when a mistake is found: the person stays in until it is, or the record goes
/// on being wrong.
Task<> enter_release(System& system, EncounterId id, EncounterLog& log) {
  const CustodyParameters& parameters = system.scenario.custody;
  const Draws& draws = system.draws;
  if (chance(draws, parameters.release_unentered, Decision::kReleaseEntered, id.value)) {
    log.record().evidence.release_not_entered = true;
    log.step(StepKind::kReleaseNotEntered);
    co_await system.calendar.sleep(
        value_of(draws, parameters.unentered_delay, Decision::kReleaseEntryTime, id.value));
  }
  if (chance(draws, parameters.correction_unentered, Decision::kCorrectionEntered, id.value)) {
    log.record().evidence.record_left_wrong = true;
    log.step(StepKind::kRecordLeftWrong);
  }
}

}  // namespace

Process custody(System& system, Stop stop, HoldBasis basis, EncounterLog log) {
  const CustodyParameters& parameters = system.scenario.custody;
  const Draws& draws = system.draws;
  const std::uint64_t id = stop.id.value;
  const Seconds taken = system.calendar.now();
  const Seconds limit = resolved(parameters.detainer_limit);
  HoldRecord hold{basis.origin, basis.decision, HoldEnd::kTransfer, Seconds(0.0), false};
  log.step(StepKind::kHeld);

  co_await system.calendar.sleep(
      value_of(draws, parameters.transport, Decision::kTransportTime, id));
  co_await system.calendar.sleep(value_of(draws, parameters.booking, Decision::kBookingTime, id));
  log.step(StepKind::kBooked);

  const Standing truth = stop.person.standing();
  const bool mistaken = is_mistaken(basis.origin, truth);
  if (fingerprints_can_tell(basis.origin, log.record().evidence.record_fault, truth) &&
      chance(draws, parameters.fingerprints_correct, Decision::kFingerprints, id)) {
    log.step(StepKind::kFingerprintsClear);
    hold.end = HoldEnd::kFingerprints;
  } else if (mistaken) {
    const Seconds length =
        value_of(draws, parameters.wrongful_hold, Decision::kWrongfulHoldTime, id);
    co_await system.calendar.sleep(std::min(length, limit));
    if (length > limit) {
      hold.federal = true;
      log.step(StepKind::kTransferred);
      co_await system.calendar.sleep(length - limit);
    }
    hold.end = HoldEnd::kMistakeFound;
  } else {
    const Seconds length = value_of(draws, parameters.lawful_hold, Decision::kLawfulHoldTime, id);
    co_await system.calendar.sleep(std::min(length, limit));
    hold.end = length > limit ? HoldEnd::kDetainerExpired : HoldEnd::kTransfer;
    log.step(length > limit ? StepKind::kDetainerExpired : StepKind::kTransferred);
  }
  if (mistaken) co_await enter_release(system, stop.id, log);
  if (hold.end != HoldEnd::kTransfer) log.step(StepKind::kReleased);
  hold.length = system.calendar.now() - taken;
  log.record().hold = hold;
  system.journal.encounter(log.record());
}

}  // namespace fieldtwin

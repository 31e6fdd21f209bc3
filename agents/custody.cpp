#include "agents/custody.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "agents/system.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// A hold without a lawful ground: the person has a standing that rules it out, or was taken for
/// somebody else.
bool is_mistaken(const Stop& stop, const HoldBasis& basis) {
  return stop.person.standing() != Standing::kRemovable || basis.origin == HoldOrigin::kFalseMatch;
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

  if (basis.origin == HoldOrigin::kFalseMatch &&
      chance(draws, parameters.fingerprints_correct, Decision::kFingerprints, id)) {
    log.step(StepKind::kFingerprintsClear);
    hold.end = HoldEnd::kFingerprints;
  } else if (is_mistaken(stop, basis)) {
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
  if (hold.end != HoldEnd::kTransfer) log.step(StepKind::kReleased);
  hold.length = system.calendar.now() - taken;
  log.record().hold = hold;
  system.journal.encounter(log.record());
}

}  // namespace fieldtwin

#include "agents/custody.hpp"

#include "agents/encounter/hold_course.hpp"
#include "agents/hand_in.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

Task<> after_booking(System& system, HoldCourse course, HoldBasis basis, Seconds kept_from,
                     EncounterLog& log) {
  Calendar& calendar = system.calendar;
  Evidence& evidence = log.record().evidence;
  if (course.end == HoldEnd::kFingerprints) {
    log.step(StepKind::kFingerprintsClear);
  } else {
    co_await calendar.sleep(course.local);
  }
  const bool federal = course.federal > Seconds(0.0);
  if (course.end == HoldEnd::kTransfer || federal) log.step(StepKind::kTransferred);
  if (course.end == HoldEnd::kDetainerExpired) log.step(StepKind::kDetainerExpired);
  if (federal) co_await calendar.sleep(course.federal);
  if (course.unentered) {
    evidence.release_not_entered = true;
    log.step(StepKind::kReleaseNotEntered);
    co_await calendar.sleep(*course.unentered);
  }
  if (course.record_left_wrong) {
    evidence.record_left_wrong = true;
    log.step(StepKind::kRecordLeftWrong);
  }
  if (course.end != HoldEnd::kTransfer) log.step(StepKind::kReleased);
  log.record().hold =
      HoldRecord{basis.origin, basis.decision, course.end, calendar.now() - kept_from, federal};
  hand_in(system, log.record());
}

Process custody(System& system, Stop stop, HoldBasis basis, EncounterLog log) {
  Calendar& calendar = system.calendar;
  const HoldCourse course =
      hold_course(system.scenario.custody, basis.origin, log.record().evidence.record_fault,
                  stop.person.standing(), system.draws, stop.id);
  const Seconds taken = calendar.now();
  log.step(StepKind::kHeld);
  co_await calendar.sleep(course.transport);
  co_await calendar.sleep(course.booking);
  log.step(StepKind::kBooked);
  co_await after_booking(system, course, basis, taken, log);
}

}  // namespace fieldtwin

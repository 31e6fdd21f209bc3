#include "agents/port/crossing.hpp"

#include "agents/chance.hpp"
#include "agents/encounter/hold_course.hpp"
#include "agents/hand_in.hpp"
#include "agents/port/contact_ice.hpp"
#include "agents/port/face_check.hpp"
#include "agents/port/inspection.hpp"
#include "agents/system.hpp"
#include "metrics/port/crossing_as_scan.hpp"

namespace fieldtwin {
namespace {

CrossingRecord record_of(const Gate& gate, const Traveller& traveller, Seconds joined) {
  CrossingRecord record;
  record.id = traveller.id.value;
  record.state = gate.plan().state;
  record.person = traveller.person.id.value;
  record.ethnicity = traveller.person.ethnicity;
  record.sex = traveller.person.sex;
  record.age = traveller.person.age;
  record.status = traveller.person.status;
  record.impostor = traveller.impostor;
  record.in_gallery = traveller.person.enrolment == Enrolment::kEnrolled;
  record.joined = joined;
  return record;
}

/// Custody takes its course by the encounter's law; nobody at the port waits for its end.
void hold(System& system, const Traveller& traveller, const HoldBasis& basis,
          CrossingRecord& record) {
  const HoldCourse course =
      hold_course(system.scenario.custody, basis.origin,
                  system.population.record_fault(traveller.person), traveller.person.standing(),
                  system.draws, EncounterId{traveller.id.value});
  record.hold = HoldRecord{basis.origin, basis.decision, course.end, course.length(),
                           course.federal > Seconds(0.0)};
  record.release_not_entered = course.unentered.has_value();
  record.record_left_wrong = course.record_left_wrong;
}

/// What the answer gives reason to doubt, if anything: that the traveller is who they say, or that
/// they may pass. At a port a share of those whose record shows no status is sent to secondary.
CrossingGap doubt_of(System& system, const Traveller& traveller, const SearchResult& result) {
  const PortParameters& port = system.scenario.port;
  if (!result.record) return CrossingGap::kNoMatch;
  if (result.record->shows != Standing::kRemovable) return CrossingGap::kNone;
  if (port.on_doubt == OnDoubt::kContactIce) return CrossingGap::kRecord;
  return chance(system.draws, port.secondary.referred, Decision::kSecondaryReferred,
                traveller.id.value)
             ? CrossingGap::kRecord
             : CrossingGap::kNone;
}

/// After an answer.
Task<CrossingEnd> act_on(System& system, Gate& gate, const Traveller& traveller,
                         const SearchResult& result, CrossingRecord& record) {
  record.gap = doubt_of(system, traveller, result);
  if (record.gap == CrossingGap::kNone) co_return CrossingEnd::kConfirmed;
  if (system.scenario.port.on_doubt == OnDoubt::kContactIce) {
    record.contact_ice = true;
    const auto held = co_await contact_ice(system, gate, traveller, result, record);
    if (!held) co_return CrossingEnd::kUnconfirmed;
    hold(system, traveller, *held, record);
    co_return CrossingEnd::kHeld;
  }
  if (record.gap == CrossingGap::kNoMatch) {
    co_return co_await check_documents(system, gate, traveller, record);
  }
  const CrossingEnd end = co_await inspect(system, traveller, result);
  if (end == CrossingEnd::kHeld) {
    const HoldOrigin origin = origin_of(result, traveller.person.standing(), File::kRight);
    hold(system, traveller, {origin, HoldDecision::kOfficerAlone}, record);
  }
  co_return end;
}

/// Without one: an officer checks the documents of those who passed the camera by or whom it did
/// not see; where the machinery failed or time ran out the line goes on as it did before there were
/// cameras.
Task<CrossingEnd> act_without(System& system, Gate& gate, const Traveller& traveller,
                              CrossingRecord& record) {
  switch (record.gap) {
    case CrossingGap::kOptOut:
    case CrossingGap::kExcluded:
    case CrossingGap::kNoPhoto:
      co_return co_await check_documents(system, gate, traveller, record);
    default:
      co_return CrossingEnd::kUnconfirmed;
  }
}

}  // namespace

Process crossing(System& system, Gate& gate, Outages& connection, Arrival arrival) {
  Calendar& calendar = system.calendar;
  const CrossingId id = arrival.id;
  system.journal.began(SystemKind::kTvs, id.value);
  co_await calendar.sleep_until(arrival.joins);
  const PortParameters& port = system.scenario.port;
  const Traveller traveller = traveller_of(port, system.population, system.draws, gate.plan().state,
                                           id, arrival.too_late);
  CrossingRecord record = record_of(gate, traveller, calendar.now());

  std::optional<SearchResult> result;
  {
    Lease lease = co_await gate.join_line();
    Gate::Lane lane(gate, std::move(lease));
    record.waited = calendar.now() - record.joined;
    co_await calendar.sleep(
        value_of(system.draws, port.boarding.pass_time, Decision::kPortPassTime, id.value));
    record.gap = reason_to_pass_by(system, gate, lane, traveller);
    if (record.gap == CrossingGap::kNone) {
      result = co_await check_face(system, gate, connection, traveller, record);
    }
  }
  gate.passed();
  if (gate.plan().doors && gate.is_done()) {
    system.journal.boarding({gate.plan().number, gate.plan().travellers, gate.plan().gallery,
                             *gate.plan().doors, gate.finished()});
  }

  if (result) {
    record.end = co_await act_on(system, gate, traveller, *result, record);
  } else {
    record.end = co_await act_without(system, gate, traveller, record);
  }
  record.ended = calendar.now();
  system.journal.crossing(record);
  if (system.expects == Expects::kWhatHappened && was_scanned(record.gap)) {
    system.journal.expected(as_happened(as_scan(record)));
  }
}

}  // namespace fieldtwin

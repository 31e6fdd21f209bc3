#include "agents/jail/booking.hpp"

#include "agents/chance.hpp"
#include "agents/custody.hpp"
#include "agents/encounter/action.hpp"
#include "agents/encounter/prints.hpp"
#include "agents/hand_in.hpp"
#include "agents/jail/detainer.hpp"
#include "agents/system.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

Task<SearchResult> search_prints(System& system, const Stop& stop, EncounterLog& log) {
  const Scenario& scenario = system.scenario;
  EncounterRecord& record = log.record();
  const Seconds sent = system.calendar.now();
  co_await system.service.search_prints(stop.id);
  const PrintsFound found =
      prints_found(scenario.fingerprints, stop.person, system.draws, stop.id);
  const SearchResult result = prints_result(scenario, found, stop.person, system.draws, stop.id);
  record.evidence.prints = found;
  record.evidence.candidate = result.candidate;
  if (result.record) record.evidence.found_record = result.record->shows;
  record.match = system.calendar.now() - sent;
  record.match_truth = result.match;
  record.app_answer = result.shown.answer;
  record.enrolled = prints_on_file(scenario.fingerprints, stop.person, system.draws);
  log.step(StepKind::kPrintsSearched, static_cast<double>(index_of(found)));
  co_return result;
}

/// Whether the interview of somebody of whom nothing is on record ends with "removable".
bool taken_for_removable(const Jail& jail, const Stop& stop, const Draws& draws) {
  if (stop.person.standing() == Standing::kRemovable) {
    return chance(draws, jail.admits, Decision::kInterviewAdmits, stop.id.value);
  }
  return chance(draws, jail.misjudged, Decision::kInterviewMisjudges, stop.id.value);
}

/// The Jail Enforcement officer: interviews, may ask ICE, and decides.
Task<std::optional<HoldBasis>> enforce(System& system, Servers& interviewers, const Stop& stop,
                                       const SearchResult& result, EncounterLog& log) {
  const Jail& jail = system.scenario.jail;
  const std::uint64_t id = stop.id.value;
  {
    const Lease officer = co_await interviewers.acquire();
    co_await system.calendar.sleep(
        value_of(system.draws, jail.interview, Decision::kInterviewTime, id));
  }
  log.step(StepKind::kInterviewed);
  log.record().evidence.interviewed = true;
  const bool removable = result.record ? result.record->shows == Standing::kRemovable
                                       : taken_for_removable(jail, stop, system.draws);
  if (!removable) co_return std::nullopt;
  const Standing truth = stop.person.standing();
  if (!chance(system.draws, jail.asks_ice, Decision::kAsksIce, id)) {
    co_return HoldBasis{origin_of(result, truth, File::kRight), HoldDecision::kOfficerAlone};
  }
  const DeskAnswer answer = co_await system.desk.ask(stop, result, log);
  const HoldOrigin origin = origin_of(result, truth, answer.file);
  if (answer.verdict == Verdict::kHold) co_return HoldBasis{origin, HoldDecision::kAgent};
  if (answer.verdict == Verdict::kUnanswered &&
      holds_unanswered(system.scenario.policy, system.draws, stop.id)) {
    co_return HoldBasis{origin, HoldDecision::kOfficerUnanswered};
  }
  co_return std::nullopt;
}

/// ICE, which sees the prints that every jail sends, and the Warrant Service officer: nobody whom
/// ICE does not name.
Task<std::optional<HoldBasis>> serve(System& system, const Stop& stop, Seconds due,
                                     const SearchResult& result, EncounterLog& log) {
  const Jail& jail = system.scenario.jail;
  const bool on_record = result.record && result.record->shows == Standing::kRemovable;
  if (!on_record || !chance(system.draws, jail.ice_names, Decision::kIceNames, stop.id.value)) {
    co_return std::nullopt;
  }
  co_await system.calendar.sleep(
      value_of(system.draws, jail.naming_time, Decision::kNamingTime, stop.id.value));
  if (system.calendar.now() > due) co_return std::nullopt;  // nobody is left to serve it on
  log.step(StepKind::kWarrantServed);
  log.record().evidence.warrant_served = true;
  co_return HoldBasis{origin_of(result, stop.person.standing(), File::kRight),
                      HoldDecision::kAgent};
}

}  // namespace

Process booking(System& system, Facility facility, Servers& interviewers, EncounterId id) {
  Calendar& calendar = system.calendar;
  const Seconds booked = calendar.now();
  const Stop stop = stop_somebody(system, facility.desk, id, booked);
  system.journal.began(facility.desk.system, id.value);
  EncounterLog log(calendar, facility.desk, stop);
  log.record().evidence.record_fault = system.population.record_fault(stop.person);
  log.step(StepKind::kBooked);
  const Seconds due =
      booked + value_of(system.draws, system.scenario.jail.stay, Decision::kJailStay, id.value);

  const SearchResult result = co_await search_prints(system, stop, log);
  std::optional<HoldBasis> detainer;
  if (facility.model == JailModel::kJailEnforcement) {
    detainer = co_await enforce(system, interviewers, stop, result, log);
  } else {
    detainer = co_await serve(system, stop, due, result, log);
  }
  const Seconds decided = calendar.now();
  log.record().ended = decided;
  if (!detainer || decided > due) {  // who has been let go is not kept
    hand_in(system, log.record());
    co_return;
  }
  log.step(StepKind::kDetainerLodged);
  log.record().evidence.detainer_lodged = true;
  const CustodyParameters& custody = system.scenario.custody;
  const auto course = beyond_the_stay(
      hold_course(custody, detainer->origin, log.record().evidence.record_fault,
                  stop.person.standing(), system.draws, id),
      due - decided, resolved(custody.detainer_limit));
  if (!course) {
    hand_in(system, log.record());
    co_return;
  }
  co_await calendar.sleep_until(due);
  log.step(StepKind::kHeld);
  co_await after_booking(system, *course, *detainer, due, log);
}

}  // namespace fieldtwin

#include "agents/ice_desk.hpp"

#include <cmath>

#include "agents/chance.hpp"
#include "agents/outlook/desk_visit.hpp"
#include "scenarios/epochs.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {

IceDesk::IceDesk(Calendar& calendar, const Scenario& scenario, const Draws& draws, Journal& journal)
    : calendar_(calendar),
      parameters_(scenario.ice),
      records_(scenario.records),
      draws_(draws),
      journal_(journal),
      agents_(calendar, 0) {
  agents_.remember(turns_);
  agents_.on_change([this](const Servers& agents) {
    journal_.desk(calendar_.now(), {agents.servers(), agents.busy(), agents.waiting()});
  });
}

Task<DeskAnswer> IceDesk::ask(const Stop& stop, const SearchResult& result, EncounterLog& log) {
  const std::uint64_t id = stop.id.value;
  const Priority priority = priority_of_officers(parameters_);
  const std::uint16_t calls = whole(parameters_.calls);
  for (std::uint16_t call = 0; call < calls; ++call) {
    const Seconds began = calendar_.now();
    log.step(StepKind::kCall);
    const auto agent = co_await agents_.acquire_within(
        value_of(draws_, parameters_.patience, Decision::kCallPatience, id, call), priority);
    if (!agent) {
      hang_up(log);
      if (call + 1 == calls || !chance(draws_, parameters_.retry, Decision::kCallRetry, id, call)) {
        break;
      }
      co_await calendar_.sleep(
          value_of(draws_, parameters_.retry_delay, Decision::kCallRetryDelay, id, call));
      continue;
    }
    const Seconds waited = calendar_.now() - began;
    log.record().call_waits.push_back(waited);
    log.record().agent_reached = true;
    log.step(StepKind::kAgent, waited.value());
    journal_.call(began, waited, Journal::CallAbout::kScan, Journal::CallEnd::kAgent);
    co_await calendar_.sleep(handle_time(stop, log));
    const Review seen =
        review(parameters_, records_, result, stop.person.standing(), draws_, stop.id);
    const Verdict verdict = verdict_of(seen.belief);
    Evidence& evidence = log.record().evidence;
    evidence.agent_had_wrong_file = seen.file == File::kAnothers;
    evidence.agent_saw_same_person = seen.belief.candidate == CandidateReview::kSamePerson;
    evidence.agent_took_standing = seen.belief.standing;
    if (evidence.agent_had_wrong_file) log.step(StepKind::kWrongFile);
    log.step(verdict == Verdict::kHold ? StepKind::kIceHold : StepKind::kIceRelease);
    co_return DeskAnswer{verdict, seen.file};
  }
  co_return DeskAnswer{Verdict::kUnanswered};
}

void IceDesk::hang_up(EncounterLog& log) {
  const Step last = log.record().steps.back();
  if (last.kind != StepKind::kCall) return;
  const Seconds waited = calendar_.now() - last.time;
  log.record().call_waits.push_back(waited);
  ++log.record().calls_abandoned;
  log.step(StepKind::kHungUp, waited.value());
  journal_.call(last.time, waited, Journal::CallAbout::kScan, Journal::CallEnd::kAbandoned);
}

Seconds IceDesk::handle_time(const Stop& stop, EncounterLog& log) const {
  const Seconds usual = usual_handle_time(parameters_, draws_, stop.id);
  if (!claims(parameters_, stop.person.standing(), draws_, stop.id)) return usual;
  log.step(StepKind::kClaim);
  return usual + claim_time(parameters_, draws_, stop.id);
}

Task<> IceDesk::other_call(std::uint64_t number) {
  const Seconds began = calendar_.now();
  const auto agent = co_await agents_.acquire_within(
      value_of(draws_, parameters_.patience, Decision::kBackgroundPatience, number));
  journal_.call(began, calendar_.now() - began, Journal::CallAbout::kOther,
                agent ? Journal::CallEnd::kAgent : Journal::CallEnd::kAbandoned);
  if (agent) {
    co_await calendar_.sleep(
        value_of(draws_, parameters_.other_handle_time, Decision::kBackgroundHandleTime, number));
  }
}

namespace {

/// When so many other calls are expected to have come since a time, at the rates that hold by then;
/// infinite if never.
Seconds time_of_expected(const Scenario& scenario, Seconds time, double expected) {
  const auto rate_of = [](const Scenario& at) {
    return resolved(at.ice.other_calls_per_day).value() / kDay.value();
  };
  for (const Epoch& epoch : scenario.epochs) {
    if (epoch.from <= time) continue;
    const double rate = rate_of(scenario_at(scenario, time));
    const double until_then = rate * (epoch.from - time).value();
    if (expected <= until_then) return time + Seconds(expected / rate);
    expected -= until_then;
    time = epoch.from;
  }
  return time + Seconds(expected / rate_of(scenario_at(scenario, time)));
}

Process other_call(IceDesk& desk, std::uint64_t number) {
  co_await desk.other_call(number);
}

}  // namespace

Process other_calls(IceDesk& desk, Calendar& calendar, const Scenario& scenario, Draws draws,
                    Seconds end) {
  for (std::uint64_t number = 0;; ++number) {
    const double expected = -std::log(draws.uniform(Decision::kBackgroundCalls, number));
    const Seconds next = time_of_expected(scenario, calendar.now(), expected);
    if (next > end) co_return;
    co_await calendar.sleep_until(next);
    calendar.start(other_call(desk, number));
  }
}

}  // namespace fieldtwin

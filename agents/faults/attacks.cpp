#include "agents/faults/attacks.hpp"

#include <algorithm>
#include <cmath>

#include "agents/chance.hpp"
#include "agents/faults/flood.hpp"
#include "agents/system.hpp"

namespace fieldtwin {
namespace {

using What = AttackEvent::What;

/// What a search that no encounter asked for leaves behind. Whether it returned anybody.
bool note_search(System& system, std::uint32_t fault, const Photo& photo, EncounterId id,
                 Decision stored, std::uint16_t index) {
  const auto tell = [&](What what, Seconds retention = Seconds(0.0)) {
    system.journal.attack({fault, what, system.calendar.now(), retention});
  };
  const Storage& storage = system.scenario.storage;
  const bool found = identify(system.matcher, photo, system.draws, id).candidate.has_value();
  tell(What::kSearch);
  if (chance(system.draws, storage.stored, stored, id.value, index)) {
    tell(What::kPhotoStored,
         found ? storage.retention_match.mean() : storage.retention_no_match.mean());
  }
  return found;
}

/// Tells the journal of a flood, bin by bin: its numbers are as expected.
Process flood(System& system, std::uint32_t number) {
  const Fault fault = system.planned.faults[number];
  const Seconds end = std::min(fault.until, kDay * system.planned.period.days.mean().value());
  for (Seconds from = fault.from; from < end;) {
    const Seconds until =
        std::min(end, kTimelineBin * (std::floor(from / kTimelineBin) + 1.0));
    co_await system.calendar.sleep_until(from);
    const double seconds = (until - from).value();
    system.journal.attack({number, What::kRequest, from, Seconds(0.0),
                           let_through(fault).value() * seconds});
    system.journal.attack({number, What::kTurnedAway, from, Seconds(0.0),
                           fault.rate.value() * seconds});
    from = until;
  }
}

/// The state that the searches are for: one that is named, or that of a resident of any.
std::uint16_t state_of(const System& system, const Fault& fault, PersonId person) {
  const auto& states = system.planned.tables.states;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (fault.state == states[i].postal) return static_cast<std::uint16_t>(i);
    const PersonRange residents = system.population.residents(i);
    const bool lives_here = person.value >= residents.first.value &&
                            person.value < residents.first.value + residents.size;
    if (fault.state.empty() && lives_here) return static_cast<std::uint16_t>(i);
  }
  return 0;
}

/// One resident after the other is searched for, by somebody who signs in as the officer whose
/// device it was, until the credentials are revoked.
Process stolen_credentials(System& system, std::uint32_t number) {
  const Fault fault = system.planned.faults[number];
  if (fault.rate.value() <= 0.0) co_return;
  const Seconds mean_pause(3600.0 / fault.rate.value());
  const Draws& draws = system.draws;
  Session session;
  co_await system.calendar.sleep_until(fault.from);
  for (std::uint64_t search = 0;; ++search) {
    const std::uint64_t entity = std::uint64_t{1} << 63 | std::uint64_t{number} << 40 | search;
    co_await system.calendar.sleep(mean_pause *
                                   -std::log(draws.uniform(Decision::kIntruderPause, entity)));
    const Seconds now = system.calendar.now();
    if (now >= fault.until) co_return;
    const SignIn& sign_in = system.scenario.sign_in;
    if (!session.is_alive(now, sign_in.idle_limit.mean(), sign_in.total_limit.mean())) {
      if (!system.login.is_up()) continue;
      session.begin(now);
      system.journal.attack({number, What::kSession, now});
    }
    session.use(now);

    const double u = draws.uniform(Decision::kIntruderPerson, entity);
    PersonRange residents{{0}, system.population.size()};
    std::uint16_t state = state_of(system, fault, residents.at(u));
    if (!fault.state.empty()) residents = system.population.residents(state);
    if (system.service.reachable(state) == MatchingService::Reachable::kNo) continue;
    system.journal.attack({number, What::kRequest, now});
    const Person person = system.population.person(residents.at(u));
    const Photo photo{
        Picture{value_of(draws, system.scenario.capture.quality, Decision::kIntruderQuality, entity)},
        Bytes(0.0), own_face(system.population, person)};
    const Service& service = system.scenario.service;
    const MatchingService::Work work{
        value_of(draws, service.gateway.time, Decision::kIntruderGatewayTime, entity),
        value_of(draws, service.extraction.time, Decision::kIntruderExtractionTime, entity),
        value_of(draws, service.search.time, Decision::kIntruderSearchTime, entity)};
    co_await system.service.work_for(state, work);
    if (note_search(system, number, photo, EncounterId{entity}, Decision::kIntruderStored, 0)) {
      system.journal.attack({number, What::kRecordSeen, system.calendar.now()});
    }
  }
}

/// The copies of one request, one after the other.
Process send_copies(System& system, std::uint32_t number, EncounterId id, std::uint16_t state,
                    Photo photo, std::uint16_t attempt) {
  const Fault fault = system.planned.faults[number];
  const Draws& draws = system.draws;
  const auto copies = static_cast<std::uint16_t>(fault.copies.value());
  for (std::uint16_t copy = 0; copy < copies; ++copy) {
    // Of different requests of an encounter, too, the copies have draws of their own.
    const auto index = static_cast<std::uint16_t>(attempt * copies + copy);
    co_await system.calendar.sleep(fault.gap);
    if (system.service.reachable(state) == MatchingService::Reachable::kNo) continue;
    system.journal.attack({number, What::kRequest, system.calendar.now()});
    const Service& service = system.scenario.service;
    const MatchingService::Work work{
        value_of(draws, service.gateway.time, Decision::kCopyGatewayTime, id.value, index),
        value_of(draws, service.extraction.time, Decision::kCopyExtractionTime, id.value, index),
        value_of(draws, service.search.time, Decision::kCopySearchTime, id.value, index)};
    if (draws.uniform(Decision::kCopyRecognised, id.value, index) < fault.recognised.value()) {
      co_await system.service.refuse(state, work);
      system.journal.attack({number, What::kTurnedAway, system.calendar.now()});
      continue;
    }
    co_await system.service.work_for(state, work);
    note_search(system, number, photo, id, Decision::kCopyStored, index);
  }
}

}  // namespace

void start_attacks(System& system) {
  const auto& faults = system.planned.faults;
  for (std::uint32_t i = 0; i < faults.size(); ++i) {
    if (faults[i].kind == FaultKind::kFlood) system.calendar.start(flood(system, i));
    if (faults[i].kind == FaultKind::kStolenCredentials) {
      system.calendar.start(stolen_credentials(system, i));
    }
  }
}

void replay_request(System& system, const Stop& stop, std::uint16_t state, const Photo& photo,
                    std::uint16_t attempt) {
  if (system.role != FieldRole::kOwn) return;
  const auto& faults = system.planned.faults;
  for (std::uint32_t i = 0; i < faults.size(); ++i) {
    if (faults[i].kind != FaultKind::kReplayedRequests) continue;
    if (!faults[i].is_on(system.calendar.now())) continue;
    if (system.draws.uniform(Decision::kReplayed, stop.id.value, attempt) <
        faults[i].share.value()) {
      system.calendar.start(send_copies(system, i, stop.id, state, photo, attempt));
    }
  }
}

}  // namespace fieldtwin

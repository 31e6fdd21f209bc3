#include "agents/port/contact_ice.hpp"

#include "agents/chance.hpp"
#include "agents/encounter/action.hpp"
#include "agents/system.hpp"

namespace fieldtwin {
namespace {

/// The crossing as the desk and the policy know encounters.
Stop stop_of(System& system, const Traveller& traveller) {
  const bool carries = chance(system.draws, system.scenario.port.documents.carried,
                              Decision::kDocumentsCarried, traveller.id.value);
  return {EncounterId{traveller.id.value},
          traveller.person,
          carries ? ShownId::kPhotoId : ShownId::kNone,
          carries ? ShownPapers::kProofOfStatus : ShownPapers::kNone,
          system.calendar.now(),
          Seconds(0.0),
          std::nullopt};
}

}  // namespace

Task<std::optional<HoldBasis>> contact_ice(System& system, const Gate& gate,
                                           const Traveller& traveller, const SearchResult& result,
                                           CrossingRecord& record) {
  const Policy& policy = system.scenario.policy;
  const auto held = [&](HoldDecision decision, File file = File::kRight) {
    return HoldBasis{origin_of(result, traveller.person.standing(), file), decision};
  };
  const Stop stop = stop_of(system, traveller);
  const AppBelief told{AppAnswer::kContactIce, result.shown.reference};
  switch (decide_action(policy, {told, stop.papers}, system.draws, stop.id)) {
    case OfficerAction::kHonourDocuments:
    case OfficerAction::kRelease:
      co_return std::nullopt;
    case OfficerAction::kHold:
      co_return held(HoldDecision::kOfficerAlone);
    case OfficerAction::kCall:
      break;
  }
  const Officer officer{gate.plan().number, gate.plan().state, Area::kUrban, 0, Seconds(0.0)};
  EncounterLog log(system.calendar, officer, stop);
  log.record().evidence.record_fault = system.population.record_fault(stop.person);
  const DeskAnswer answer = co_await system.desk.ask(stop, result, log);
  record.call_waits = log.record().call_waits;
  record.calls_abandoned = log.record().calls_abandoned;
  record.agent_reached = log.record().agent_reached;
  if (answer.verdict == Verdict::kHold) co_return held(HoldDecision::kAgent, answer.file);
  if (answer.verdict == Verdict::kUnanswered && holds_unanswered(policy, system.draws, stop.id)) {
    co_return held(HoldDecision::kOfficerUnanswered);
  }
  co_return std::nullopt;
}

}  // namespace fieldtwin

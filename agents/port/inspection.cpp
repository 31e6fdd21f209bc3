#include "agents/port/inspection.hpp"

#include "agents/chance.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

Task<CrossingEnd> check_documents(System& system, Gate& gate, const Traveller& traveller,
                                  CrossingRecord& record) {
  const PortDocuments& documents = system.scenario.port.documents;
  const std::uint64_t id = traveller.id.value;
  record.documents_checked = true;
  {
    const Lease officer = co_await gate.officers().acquire();
    co_await system.calendar.sleep(
        value_of(system.draws, documents.time, Decision::kDocumentTime, id));
  }
  if (!chance(system.draws, documents.carried, Decision::kDocumentsCarried, id)) {
    co_return co_await inspect(system, traveller, std::nullopt);
  }
  if (traveller.impostor) {
    co_return chance(system.draws, documents.false_accept, Decision::kDocumentCheck, id)
        ? CrossingEnd::kDocuments
        : CrossingEnd::kRefused;
  }
  if (chance(system.draws, documents.false_reject, Decision::kDocumentCheck, id)) {
    co_return co_await inspect(system, traveller, std::nullopt);
  }
  co_return CrossingEnd::kDocuments;
}

Task<CrossingEnd> inspect(System& system, const Traveller& traveller,
                          const std::optional<SearchResult>& result) {
  const PortSecondary& secondary = system.scenario.port.secondary;
  const std::uint64_t id = traveller.id.value;
  co_await system.calendar.sleep(
      value_of(system.draws, secondary.time, Decision::kSecondaryTime, id));
  if (traveller.impostor) co_return CrossingEnd::kRefused;
  if (!result) co_return CrossingEnd::kSecondary;
  if (traveller.person.standing() == Standing::kRemovable && result->match == MatchTruth::kOwn) {
    co_return CrossingEnd::kHeld;
  }
  co_return chance(system.draws, secondary.finds_standing, Decision::kSecondaryStanding, id)
      ? CrossingEnd::kSecondary
      : CrossingEnd::kHeld;
}

}  // namespace fieldtwin

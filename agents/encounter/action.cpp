#include "agents/encounter/action.hpp"

#include "agents/chance.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

OfficerAction decide_action(const System& system, const Stop& stop, const OfficerBelief& belief) {
  const Policy& policy = system.scenario.policy;
  const std::uint64_t id = stop.id.value;
  if (belief.app.answer != AppAnswer::kContactIce) return OfficerAction::kRelease;
  if (belief.papers == ShownPapers::kProofOfStatus &&
      chance(system.draws, policy.documents_honoured, Decision::kDocumentsHonoured, id)) {
    return OfficerAction::kHonourDocuments;
  }
  // One draw for the two departures from the rule: they exclude each other.
  const double u = system.draws.uniform(Decision::kOfficerAction, id);
  const double hold = policy.holds_without_call.mean().value();
  const double release = policy.releases_without_call.mean().value() * (1.0 - hold);
  if (u < hold) return OfficerAction::kHold;
  if (u < hold + release) return OfficerAction::kRelease;
  return OfficerAction::kCall;
}

}  // namespace fieldtwin

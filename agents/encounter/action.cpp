#include "agents/encounter/action.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {

ActionProbabilities action_probabilities(const Policy& policy, const OfficerBelief& belief) {
  if (belief.app.answer != AppAnswer::kContactIce) return {1.0, 0.0, 0.0, 0.0};
  const double honour =
      belief.papers == ShownPapers::kProofOfStatus ? policy.documents_honoured.mean().value() : 0.0;
  const double hold = policy.holds_without_call.mean().value();
  const double release = policy.releases_without_call.mean().value() * (1.0 - hold);
  const double rest = 1.0 - honour;
  return {rest * release, honour, rest * hold, rest * (1.0 - hold - release)};
}

OfficerAction decide_action(const Policy& policy, const OfficerBelief& belief, const Draws& draws,
                            EncounterId id) {
  if (belief.app.answer != AppAnswer::kContactIce) return OfficerAction::kRelease;
  if (belief.papers == ShownPapers::kProofOfStatus &&
      chance(draws, policy.documents_honoured, Decision::kDocumentsHonoured, id.value)) {
    return OfficerAction::kHonourDocuments;
  }
  // A draw for each departure from the rule, so that one without the other leaves the rest as it
  // is.
  if (chance(draws, policy.holds_without_call, Decision::kOfficerAction, id.value)) {
    return OfficerAction::kHold;
  }
  return chance(draws, policy.releases_without_call, Decision::kReleasesWithoutCall, id.value)
             ? OfficerAction::kRelease
             : OfficerAction::kCall;
}

bool holds_unanswered(const Policy& policy, const Draws& draws, EncounterId id) {
  return chance(draws, policy.holds_unanswered, Decision::kUnanswered, id.value);
}

bool lets_go_at_limit(const Policy& policy, const Draws& draws, EncounterId id) {
  return chance(draws, policy.releases_at_limit, Decision::kAtLimit, id.value);
}

}  // namespace fieldtwin

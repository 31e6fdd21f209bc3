#include "agents/encounter/weigh.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {
namespace {

/// Whether a photo ID bears another name than the record.
bool has_other_name(const SearchResult& result, const Stop& stop) {
  return result.candidate == Likeness::kStranger && result.match == MatchTruth::kOther &&
         stop.shown_id == ShownId::kPhotoId;
}

}  // namespace

Weighed weigh(const FortifyPolicy& policy, const SearchResult& result, const Stop& stop,
              const Draws& draws) {
  const bool other_name = has_other_name(result, stop);
  const bool proof = stop.papers == ShownPapers::kProofOfStatus;
  if (!other_name && !proof) return Weighed::kNothingAgainst;
  if (policy.match_weight == MatchWeight::kDefinitive) return Weighed::kSetAside;
  if (other_name &&
      chance(draws, policy.sees_other_name, Decision::kOtherNameSeen, stop.id.value)) {
    return Weighed::kNameDiffers;
  }
  return proof ? Weighed::kPapersCount : Weighed::kNothingAgainst;
}

ActionProbabilities weighed_action(const FortifyPolicy& policy, const Policy& usual,
                                   const SearchResult& result, const Stop& stop) {
  if (policy.match_weight == MatchWeight::kDefinitive) {
    return action_probabilities(usual, {result.shown, ShownPapers::kNone});
  }
  const double let_go =
      has_other_name(result, stop) ? policy.sees_other_name.mean().value() : 0.0;
  const ActionProbabilities rest = action_probabilities(usual, {result.shown, stop.papers});
  const double kept = 1.0 - let_go;
  return {let_go + kept * rest.release, kept * rest.honour_documents, kept * rest.hold,
          kept * rest.call};
}

}  // namespace fieldtwin

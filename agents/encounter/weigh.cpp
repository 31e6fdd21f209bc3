#include "agents/encounter/weigh.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {

Weighed weigh(const FortifyPolicy& policy, const SearchResult& result, const Stop& stop,
              const Draws& draws) {
  const bool other_name = result.candidate == Likeness::kStranger &&
                          result.match == MatchTruth::kOther && stop.shown_id == ShownId::kPhotoId;
  const bool proof = stop.papers == ShownPapers::kProofOfStatus;
  if (!other_name && !proof) return Weighed::kNothingAgainst;
  if (policy.match_weight == MatchWeight::kDefinitive) return Weighed::kSetAside;
  if (other_name &&
      chance(draws, policy.sees_other_name, Decision::kOtherNameSeen, stop.id.value)) {
    return Weighed::kNameDiffers;
  }
  return proof ? Weighed::kPapersCount : Weighed::kNothingAgainst;
}

}  // namespace fieldtwin

#include "agents/encounter/review.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {
namespace {

/// Probability that the agent takes the candidate for the person in the photo. Without a candidate
/// the agent goes by what the person says of themselves, and looks at the right person's papers.
double accept_probability(const IceDeskParameters& parameters, Likeness candidate) {
  if (candidate == Likeness::kNobody) return 1.0;
  if (candidate == Likeness::kSelf) return 1.0 - parameters.false_reject.mean().value();
  return parameters.false_accept.mean().value();
}

/// What the record shows, to somebody who believes it.
Standing shown_by(const std::optional<Record>& record) {
  return record ? record->shows : Standing::kRemovable;
}

/// Whether there is a mistake in the standing that research could find.
bool can_be_found(const SearchResult& result, Standing truth) {
  return result.match != MatchTruth::kOther && shown_by(result.record) != truth;
}

}  // namespace

Review review(const IceDeskParameters& parameters, const Records& records,
              const SearchResult& result, Standing truth, const Draws& draws, EncounterId id) {
  if (parameters.wrong_reference.mean().value() > 0.0 &&
      chance(draws, parameters.wrong_reference, Decision::kWrongFile, id.value)) {
    const bool removable =
        chance(draws, records.removable_share, Decision::kWrongFileRecord, id.value);
    return {File::kAnothers,
            {CandidateReview::kSamePerson, removable ? Standing::kRemovable : Standing::kLawful}};
  }
  CandidateReview candidate = CandidateReview::kSamePerson;
  if (result.candidate == Likeness::kSelf) {
    if (chance(draws, parameters.false_reject, Decision::kCandidateReview, id.value)) {
      candidate = CandidateReview::kAnotherPerson;
    }
  } else if (result.candidate != Likeness::kNobody &&
             !chance(draws, parameters.false_accept, Decision::kCandidateReview, id.value)) {
    candidate = CandidateReview::kAnotherPerson;
  }
  Standing standing = shown_by(result.record);
  if (can_be_found(result, truth) &&
      chance(draws, parameters.finds_standing, Decision::kRecordReview, id.value)) {
    standing = truth;
  }
  return {File::kRight, {candidate, standing}};
}

Verdict verdict_of(const IceBelief& belief) {
  return belief.candidate == CandidateReview::kSamePerson && belief.standing == Standing::kRemovable
             ? Verdict::kHold
             : Verdict::kRelease;
}

ReviewProbabilities review_probabilities(const IceDeskParameters& parameters,
                                         const Records& records, const SearchResult& result,
                                         Standing truth) {
  const double anothers = parameters.wrong_reference.mean().value();
  double believed = shown_by(result.record) == Standing::kRemovable ? 1.0 : 0.0;
  if (can_be_found(result, truth)) {
    const double found = parameters.finds_standing.mean().value();
    believed = (1.0 - found) * believed + (truth == Standing::kRemovable ? found : 0.0);
  }
  return {(1.0 - anothers) * accept_probability(parameters, result.candidate) * believed,
          anothers * records.removable_share.mean().value()};
}

}  // namespace fieldtwin

#include "agents/encounter/silence.hpp"

namespace fieldtwin {

bool is_silence(ScanOutcome outcome) {
  return outcome == ScanOutcome::kNoSignIn || outcome == ScanOutcome::kNoNetwork ||
         outcome == ScanOutcome::kTimedOut;
}

Silence when_silent(const WhenSilent& shares, const Draws& draws, EncounterId id) {
  const double u = draws.uniform(Decision::kWhenSilent, id.value);
  double up_to = shares.hold.mean().value();
  if (u < up_to) return Silence::kHeld;
  up_to += shares.retry.mean().value();
  if (u < up_to) return Silence::kTriedAgain;
  up_to += shares.call.mean().value();
  return u < up_to ? Silence::kCalled : Silence::kReleased;
}

SearchResult told_by_person(const Stop& stop) {
  // Nobody's record gives no basis to hold, unless the agent finds out what is true.
  SearchResult result{{AppAnswer::kNone, ReferenceNumber{}}, MatchTruth::kNobody,
                      Record{Standing::kLawful}};
  if (stop.shown_id == ShownId::kPhotoId && stop.person.enrolment == Enrolment::kEnrolled) {
    result.match = MatchTruth::kOwn;
    result.record = stop.person.record;
    result.candidate = Likeness::kSelf;
  }
  return result;
}

}  // namespace fieldtwin

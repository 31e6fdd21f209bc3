#include "metrics/who_could_stop.hpp"

#include "metrics/delays.hpp"

namespace fieldtwin {
namespace {

/// Whether a correct review of the right search ends with a release. Photo and candidate agree when
/// the photo shows another face: there is nothing for the desk to see.
bool review_would_release(HoldOrigin origin, Standing truth) {
  switch (origin) {
    case HoldOrigin::kFalseMatch:
    case HoldOrigin::kOtherFile:
      return true;
    case HoldOrigin::kWrongRecord:
    case HoldOrigin::kNoMatch:
    case HoldOrigin::kRightRecord:
      return truth != Standing::kRemovable;
    case HoldOrigin::kOtherFace:
      break;
  }
  return false;
}

}  // namespace

std::array<bool, kParties> could_stop_hold(const EncounterRecord& record) {
  std::array<bool, kParties> could{};
  if (!wrongful_kinds(record).any()) return could;
  const auto may = [&could](Party party, bool condition) { could[index_of(party)] = condition; };
  const HoldRecord& hold = *record.hold;
  const Evidence& evidence = record.evidence;
  may(Party::kMatcher,
      hold.origin == HoldOrigin::kFalseMatch ||
          (hold.origin == HoldOrigin::kOtherFace && evidence.face == FaceShown::kPicture));
  may(Party::kRecords, hold.origin == HoldOrigin::kWrongRecord);
  may(Party::kOfficer, evidence.showed_proof || hold.decision != HoldDecision::kAgent ||
                           hold.origin == HoldOrigin::kOtherFace);
  may(Party::kDesk, hold.decision != HoldDecision::kOfficerAlone &&
                        review_would_release(hold.origin, standing_of(record.status)));
  may(Party::kCustody, hold.end != HoldEnd::kFingerprints || evidence.release_not_entered);
  return could;
}

std::array<bool, kParties> could_stop_wait(const EncounterRecord& record) {
  std::array<bool, kParties> could{};
  if (!record.prolonged) return could;
  std::array<Seconds, kParties> spent;
  spent.fill(Seconds(0.0));
  for (const Delay& delay : delays_of(record)) spent[index_of(party_of(delay.at))] += delay.time;
  for (std::size_t i = 0; i < kParties; ++i) {
    could[i] = spent[i] > Seconds(0.0) && spent[i] >= record.prolonged_by;
  }
  could[index_of(Party::kOfficer)] = true;  // by letting go at the limit
  return could;
}

}  // namespace fieldtwin

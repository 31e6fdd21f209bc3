#include "agents/encounter/hold_basis.hpp"

namespace fieldtwin {

HoldOrigin origin_of(const SearchResult& result, Standing truth, File file) {
  if (file == File::kAnothers) return HoldOrigin::kOtherFile;
  switch (result.match) {
    case MatchTruth::kOther:
      return result.face == FaceShown::kPerson ? HoldOrigin::kFalseMatch : HoldOrigin::kOtherFace;
    case MatchTruth::kOwn:
      break;
    case MatchTruth::kNobody:
    case MatchTruth::kNotSearched:
      return HoldOrigin::kNoMatch;
  }
  return truth == result.record->shows ? HoldOrigin::kRightRecord : HoldOrigin::kWrongRecord;
}

bool is_mistaken(HoldOrigin origin, Standing truth) {
  return truth != Standing::kRemovable || rests_on_another(origin);
}

bool fingerprints_can_tell(HoldOrigin origin, RecordFault fault, Standing truth) {
  if (rests_on_another(origin)) return true;
  return origin == HoldOrigin::kWrongRecord && fault == RecordFault::kAnothersBooking &&
         truth != Standing::kRemovable;
}

}  // namespace fieldtwin

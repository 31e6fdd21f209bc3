#include "metrics/port/crossing_as_scan.hpp"

#include <stdexcept>

#include "metrics/same_person.hpp"

namespace fieldtwin {
namespace {

ScanOutcome outcome_of(CrossingGap gap) {
  switch (gap) {
    case CrossingGap::kOptOut:
      return ScanOutcome::kDeclined;
    case CrossingGap::kCameraDown:
      return ScanOutcome::kNoDevice;
    case CrossingGap::kNoPhoto:
      return ScanOutcome::kNoCapture;
    case CrossingGap::kNoNetwork:
      return ScanOutcome::kNoNetwork;
    case CrossingGap::kNoAnswer:
      return ScanOutcome::kTimedOut;
    case CrossingGap::kNone:
    case CrossingGap::kNoMatch:
    case CrossingGap::kRecord:
      return ScanOutcome::kAnswered;
    case CrossingGap::kNoStaff:
    case CrossingGap::kSkipped:
    case CrossingGap::kExcluded:
      break;
  }
  throw std::logic_error("a traveller whom nobody photographed was not scanned");
}

AppAnswer answer_of(const CrossingRecord& crossing) {
  if (crossing.contact_ice || crossing.gap == CrossingGap::kRecord) return AppAnswer::kContactIce;
  return crossing.gap == CrossingGap::kNone ? AppAnswer::kNoAction : AppAnswer::kNone;
}

}  // namespace

bool was_scanned(CrossingGap gap) {
  return gap != CrossingGap::kNoStaff && gap != CrossingGap::kSkipped &&
         gap != CrossingGap::kExcluded;
}

EncounterRecord as_scan(const CrossingRecord& crossing) {
  EncounterRecord scan;
  scan.id = crossing.id;
  scan.system = SystemKind::kTvs;
  about_the_same_person(crossing, scan);
  scan.person = crossing.person;
  scan.enrolled = crossing.in_gallery;
  scan.stopped = crossing.joined;
  scan.scan_began = crossing.joined + crossing.waited;
  scan.ended = crossing.ended;
  scan.outcome = outcome_of(crossing.gap);
  if (crossing.photo_kept) scan.uplink = crossing.received - crossing.sent;
  scan.match_truth = crossing.match;
  scan.app_answer = answer_of(crossing);
  scan.call_waits = crossing.call_waits;
  scan.calls_abandoned = crossing.calls_abandoned;
  scan.agent_reached = crossing.agent_reached;
  scan.hold = crossing.hold;
  scan.evidence.release_not_entered = crossing.release_not_entered;
  scan.evidence.record_left_wrong = crossing.record_left_wrong;
  scan.photo_stored = crossing.photo_kept;
  scan.retention = crossing.retention + crossing.enrolled;
  return scan;
}

}  // namespace fieldtwin

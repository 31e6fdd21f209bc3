#pragma once
/// A case made by hand.

#include "metrics/story/story.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {

/// A naturalised citizen who shows proof, is taken for somebody else, and is held after an agent's
/// false accept in a stop that has become 300 s too long.
inline EncounterRecord false_accept() {
  EncounterRecord record = held_scan(3, Status::kNaturalised, HoldOrigin::kFalseMatch,
                                     HoldDecision::kAgent, /*hours=*/5.0);
  record.hold->end = HoldEnd::kMistakeFound;
  record.evidence = {.showed_id = false,
                     .showed_proof = true,
                     .own_record = Standing::kCitizen,
                     .candidate = Likeness::kStranger,
                     .found_record = Standing::kRemovable,
                     .agent_saw_same_person = true,
                     .agent_took_standing = Standing::kRemovable};
  record.stopped = Seconds(100.0);
  record.scan_began = Seconds(160.0);
  record.steps = {
      {Seconds(160.0), StepKind::kStop},          {Seconds(160.0), StepKind::kScan},
      {Seconds(180.0), StepKind::kSignInFailed},  {Seconds(190.0), StepKind::kSignedIn, 30.0},
      {Seconds(195.0), StepKind::kCaptured, 0.5}, {Seconds(200.0), StepKind::kUploaded},
      {Seconds(201.0), StepKind::kGatewayDone},   {Seconds(202.0), StepKind::kTemplateMade},
      {Seconds(206.0), StepKind::kSearched, 2.5}, {Seconds(206.0), StepKind::kPhotoStored},
      {Seconds(207.0), StepKind::kAnswered, 1.0}, {Seconds(207.0), StepKind::kCall},
      {Seconds(507.0), StepKind::kHungUp, 300.0}, {Seconds(567.0), StepKind::kCall},
      {Seconds(967.0), StepKind::kAgent, 400.0},  {Seconds(1067.0), StepKind::kIceHold},
      {Seconds(1067.0), StepKind::kHeld},         {Seconds(5000.0), StepKind::kBooked},
      {Seconds(19067.0), StepKind::kReleased}};
  record.call_waits = {Seconds(300.0), Seconds(400.0)};
  record.calls_abandoned = 1;
  record.agent_reached = true;
  record.ended = Seconds(1067.0);
  record.prolonged = true;
  record.prolonged_by = Seconds(300.0);
  return record;
}

}  // namespace fieldtwin

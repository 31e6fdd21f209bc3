#pragma once
/// What an encounter has come to when the service has found an answer, and what it would meet from
/// there.

#include "agents/encounter/prints.hpp"
#include "agents/encounter/stop.hpp"
#include "agents/outlook/desk_visit.hpp"

namespace fieldtwin {

/// What was searched for.
struct Sent {
  Photo::Face face = Photo::Face::kTaken;
  PrintsTaken prints = PrintsTaken::kNo;
};

/// One answered scan, as far as nothing that chance decides from the photo on has a say in it. All
/// that follows is a function of this, of parameters, and of the encounter's draws.
struct Circumstances {
  Stop stop;         //!< the person, the papers shown, and the stop's own business
  Seconds answered;  //!< when the answer reached the device
  DeskVisit visit;   //!< what a call to ICE met, or would have met
  Seconds contact;   //!< when "contact ICE" is or would be on the screen: after the human check
  Sent sent = {};
};

}  // namespace fieldtwin

#pragma once
/// From the decision to hold to freedom or the transfer to ICE.

#include "agents/encounter/hold_course.hpp"
#include "agents/encounter/log.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// From the end of the booking on: what the course says becomes of the person, who has been kept
/// since `kept_from`. Writes the hold into the record and hands the encounter in.
Task<> after_booking(System& system, HoldCourse course, HoldBasis basis, Seconds kept_from,
                     EncounterLog& log);

/// One person's custody: transport, booking with fingerprints, and what follows. Writes the hold
/// into the record and hands the encounter to the journal when it is over.
Process custody(System& system, Stop stop, HoldBasis basis, EncounterLog log);

}  // namespace fieldtwin

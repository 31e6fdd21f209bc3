#pragma once
/// From the decision to hold to freedom or the transfer to ICE.

#include "agents/encounter/hold_basis.hpp"
#include "agents/encounter/log.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// One person's custody: transport, booking with fingerprints, and what follows. Writes the hold
/// into the record and hands the encounter to the journal when it is over.
Process custody(System& system, Stop stop, HoldBasis basis, EncounterLog log);

}  // namespace fieldtwin

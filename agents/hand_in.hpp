#pragma once
/// An encounter is over.

#include "metrics/encounter_record.hpp"
#include "metrics/expected_harm.hpp"

namespace fieldtwin {

struct System;

/// What happened, as what was expected: an estimate without bias, as wide as the count. For systems
/// whose encounters have no outlook (agents/outlook).
ExpectedHarm as_happened(const EncounterRecord& record);

/// Hands the encounter to the journal, and with it what was expected of it where nobody else does.
void hand_in(System& system, const EncounterRecord& record);

}  // namespace fieldtwin

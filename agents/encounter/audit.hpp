#pragma once
/// A supervisor looks at some scans afterwards.

#include "metrics/safeguard_record.hpp"
#include "scenarios/safeguards.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Notes whether this scan is among them, and the supervisor's time. Nothing in the encounter
/// changes by it: what officers do because they know of it is in the policy (scenarios/conduct).
void note_audit(const Audit& parameters, const Draws& draws, std::uint64_t encounter,
                SafeguardRecord& record);

}  // namespace fieldtwin

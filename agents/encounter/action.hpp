#pragma once
/// What the officer does when the app says "contact ICE".

#include <cstdint>

#include "agents/belief.hpp"
#include "agents/encounter/stop.hpp"

namespace fieldtwin {

enum class OfficerAction : std::uint8_t { kRelease, kHonourDocuments, kHold, kCall };

/// Decides by what the officer knows: the answer and the papers shown. Proof of status may outrank
/// the answer; some officers take the answer itself for an order to detain, and some let go.
OfficerAction decide_action(const System& system, const Stop& stop, const OfficerBelief& belief);

}  // namespace fieldtwin

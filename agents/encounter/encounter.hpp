#pragma once
/// One encounter, from the decision to scan to the officer's decision.

#include "agents/device.hpp"
#include "agents/encounter/stop.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

/// The story of one scan, top to bottom. Ends when the officer is free again; a hold goes on as a
/// process of its own.
Task<> encounter(System& system, const Officer& officer, Device& device, const Stop& stop);

}  // namespace fieldtwin

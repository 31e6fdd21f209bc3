#pragma once
/// A replication before the user's eyes.

#include <cstdint>

#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Simulates replication 0 in this process and prints what happens as it happens, `speed` simulated
/// seconds in one of the clock. For demonstrations: what is printed is not kept.
void show_live(const Scenario& scenario, std::uint64_t seed, double speed);

}  // namespace fieldtwin

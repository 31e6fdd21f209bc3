#pragma once
/// Parameters that take one value a replication.

#include <cstdint>
#include <string_view>

#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// The scenario of one replication: every parameter that is drawn once a replication, and is a
/// distribution, is replaced by its value; where only whole numbers make sense it is rounded.
///
/// The mechanisms of `errors` are then switched off, or drawn from their ranges
/// (scenarios/mechanisms.hpp).
///
/// Partners are fixed in the same way, and aligned with their host again: what is not known of one
/// system is not known of the other, so a parameter has the same quantile in all of them.
///
/// The draw is addressed by (Decision::kParameter, parameter_entity(path)): a parameter that is
/// added or changed moves no other's value.
Scenario fix_for_replication(const Scenario& scenario, const Draws& draws);

/// The entity of a parameter's draw: the 64-bit FNV-1a hash of its path.
std::uint64_t parameter_entity(std::string_view path);

}  // namespace fieldtwin

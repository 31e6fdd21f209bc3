#pragma once
/// The same service used inland: "contact ICE" in the place of the document check.

#include <optional>

#include "agents/encounter/answer.hpp"
#include "agents/encounter/hold_basis.hpp"
#include "agents/port/gate.hpp"
#include "agents/port/traveller.hpp"
#include "metrics/port/crossing_record.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// The officer does with "contact ICE" what an officer in the street does: honours documents, lets
/// go, holds, or calls the desk and does as the agent says, by the same policy and the same draws.
/// What the hold rests on, or nothing if the person is let go. The calls go into the record.
Task<std::optional<HoldBasis>> contact_ice(System& system, const Gate& gate,
                                           const Traveller& traveller, const SearchResult& result,
                                           CrossingRecord& record);

}  // namespace fieldtwin

#pragma once
/// What officers at a port do by hand: the document check, the second inspection.

#include <optional>

#include "agents/encounter/answer.hpp"
#include "agents/port/gate.hpp"
#include "agents/port/traveller.hpp"
#include "metrics/port/crossing_record.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// An officer at the gate looks at the passport and the face: satisfied, or off to secondary. An
/// impostor who is noticed is refused.
Task<CrossingEnd> check_documents(System& system, Gate& gate, const Traveller& traveller,
                                  CrossingRecord& record);

/// Secondary inspection of somebody whose record shows no status, or whose documents an officer did
/// not believe (no result then). Without a status, or with a wrong record that is not seen to be
/// wrong, the traveller is held.
Task<CrossingEnd> inspect(System& system, const Traveller& traveller,
                          const std::optional<SearchResult>& result);

}  // namespace fieldtwin

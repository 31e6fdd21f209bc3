#pragma once
/// A traveller before the camera: the photo, the request, the answer.

#include <optional>

#include "agents/encounter/answer.hpp"
#include "agents/port/gate.hpp"
#include "metrics/port/crossing_record.hpp"
#include "sim/outages.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// Why the camera is not used at all, in the order in which it shows: nobody runs it, it is down,
/// the line is late, the traveller does not want to or cannot be photographed. None: it is.
CrossingGap reason_to_pass_by(System& system, const Gate& gate, Gate::Lane& lane,
                              const Traveller& traveller);

/// Photographs and searches. Nothing without an answer; the record's gap then says why.
Task<std::optional<SearchResult>> check_face(System& system, const Gate& gate, Outages& connection,
                                             const Traveller& traveller, CrossingRecord& record);

}  // namespace fieldtwin

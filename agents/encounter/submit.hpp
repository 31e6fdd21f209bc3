#pragma once
/// The photo goes to the service and the answer comes back.

#include <optional>

#include "agents/device.hpp"
#include "agents/encounter/capture.hpp"
#include "agents/matching_service.hpp"

namespace fieldtwin {

/// Sends the photo, waits for the answer, and tries again after a failure or a time-out, as often
/// as the app does. Nothing if it gave up; the record's outcome then says why. `round`: how often
/// the officer gave up before.
Task<std::optional<SearchResult>> submit(System& system, const Device& device, const Stop& stop,
                                         Photo photo, EncounterLog& log,
                                         std::uint16_t round = 0);

/// The answer appears on the device.
void show_answer(const System& system, Device& device, const SearchResult& result,
                 EncounterLog& log);

}  // namespace fieldtwin

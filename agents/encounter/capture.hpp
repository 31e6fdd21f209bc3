#pragma once
/// Taking the photo.

#include <optional>

#include "agents/encounter/log.hpp"
#include "agents/encounter/photo.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// The size of an encounter's photo, unless a record says it: the same at every attempt.
Bytes photo_size(const Draws& draws, const Capture& parameters, std::uint64_t encounter);

/// Tries until the app has a usable face, or the officer gives up.
Task<std::optional<Photo>> capture(System& system, const Stop& stop, EncounterLog& log);

}  // namespace fieldtwin

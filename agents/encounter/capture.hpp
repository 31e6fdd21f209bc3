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

/// Tries until the app has a usable face, or the officer gives up.
Task<std::optional<Photo>> capture(System& system, const Stop& stop, EncounterLog& log);

}  // namespace fieldtwin

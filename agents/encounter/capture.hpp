#pragma once
/// Taking the photo.

#include <optional>

#include "agents/encounter/log.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// A photo that passed the app's face-presence check.
struct Photo {
  Probability quality;  //!< 0 worst, 1 best
  Bytes size;
};

/// Tries until the app has a usable face, or the officer gives up.
Task<std::optional<Photo>> capture(System& system, const Stop& stop, EncounterLog& log);

}  // namespace fieldtwin

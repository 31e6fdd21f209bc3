#pragma once
/// Where the time of a stop went.

#include <string_view>
#include <vector>

#include "metrics/encounter_record.hpp"

namespace fieldtwin {

/// The time that a stop spent on one thing, repeated attempts included.
struct Delay {
  std::string_view who;
  std::string_view doing;      //!< after a duration: "of sign-in"
  std::string_view parameter;  //!< of the scenario, that governs it most
  Seconds time;
};

/// The delays from the decision to scan to the officer's decision, in the order of the encounter;
/// together they are that time. The time before a step belongs to what the step ends, a failed
/// attempt included.
std::vector<Delay> delays_of(const EncounterRecord& record);

}  // namespace fieldtwin

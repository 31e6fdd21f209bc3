#pragma once
/// Where the time of a stop went.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "metrics/encounter_record.hpp"
#include "metrics/who_could_stop.hpp"

namespace fieldtwin {

/// What the time of a stop is spent on, in the order of an encounter.
enum class DelayAt : std::uint8_t {
  kSignIn,
  kCapture,
  kNetwork,
  kService,
  kCheck,   //!< by a reviewer, before "contact ICE"
  kPapers,  //!< looked at in place of a scan
  kRedial,  //!< between two calls
  kQueue,
  kAgent
};
inline constexpr std::size_t kDelays = 9;
inline constexpr std::array<std::string_view, kDelays> kDelayNames{
    "sign_in", "capture", "network", "service", "human_check", "papers", "redial", "ice_queue",
    "ice_agent"};
Party party_of(DelayAt at);  //!< in whose hands it is

/// The time that a stop spent on one thing, repeated attempts included.
struct Delay {
  DelayAt at;
  std::string_view who;
  std::string_view doing;      //!< after a duration: "of sign-in"
  std::string_view parameter;  //!< of the scenario, that governs it most
  Seconds time;
};

/// The delays from the decision to scan to the officer's decision, in the order of the encounter;
/// together they are that time. The time before a step belongs to what the step ends, a failed
/// attempt included.
std::vector<Delay> delays_of(const EncounterRecord& record);

/// What the most of that time was spent on; the first of equals.
DelayAt longest_delay(const EncounterRecord& record);

}  // namespace fieldtwin

#pragma once
/// Whose correct act would have ended a harm.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "metrics/encounter_record.hpp"

namespace fieldtwin {

/// Those who could have stopped it. Several may have been able to.
enum class Party : std::uint8_t {
  kMatcher,  //!< the app and the matcher: by refusing a picture, or a candidate who is another
  kSystems,  //!< sign-in, network and service: by being quick
  kRecords,  //!< whoever keeps the records: by a right one
  kOfficer,  //!< by the right face, the papers shown, a call, or letting go
  kDesk,     //!< by answering, on the right search, with the right finding
  kCustody,  //!< by fingerprints, or by finding and entering the mistake sooner
};
inline constexpr std::size_t kParties = 6;
inline constexpr std::array<std::string_view, kParties> kPartyNames{
    "matcher", "systems", "records", "officer", "desk", "custody"};

/// By Party: whether that party alone could have ended the wrongful hold, before it began or sooner
/// than it ended. All false if the hold is not wrongful.
std::array<bool, kParties> could_stop_hold(const EncounterRecord& record);

/// The same for a prolonged stop: without that party's part in the delay, the stop would have kept
/// its limit. All false if it did.
std::array<bool, kParties> could_stop_wait(const EncounterRecord& record);

}  // namespace fieldtwin

#pragma once
/// One recorded stop: a row of a file of recorded encounters (docs/replay.md).

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// What is known of somebody; the rest is drawn.
struct KnownPerson {
  std::optional<Ethnicity> ethnicity;
  std::optional<Sex> sex;
  std::optional<std::uint8_t> age;
  std::optional<Status> status;
  std::optional<bool> enrolled;
  std::optional<Standing> record;  //!< what a record found for them shows
};

/// How far a recorded scan came, as `ScanOutcome`, and what the app said, as `AppAnswer` less
/// "none": what they are called in files.
inline constexpr std::array<std::string_view, 6> kRecordedOutcomes{
    "answered", "device", "sign_in", "capture", "network", "timeout"};
inline constexpr std::array<std::string_view, 2> kRecordedAnswers{"no_action", "contact_ice"};

struct RecordedStop {
  std::uint32_t recording = 0;  //!< which of the file's recordings it belongs to
  Seconds time{0.0};            //!< since the start of the period
  std::uint16_t state = 0;      //!< index in the table of states
  std::uint32_t officer = 0;
  std::uint32_t number = 0;  //!< of the officer's stop; with the officer it names the encounter
  std::optional<Area> area;  //!< of the officer
  bool scanned = true;
  std::optional<Seconds> length;  //!< how long the stop would last without a scan
  std::optional<std::uint64_t> person;
  KnownPerson known;
  std::optional<bool> showed_id;
  std::optional<bool> showed_proof;
  std::optional<Bytes> bytes;          //!< of the photo
  std::optional<std::size_t> outcome;  //!< in kRecordedOutcomes
  std::optional<std::size_t> answer;   //!< in kRecordedAnswers
};

/// Officers and stops have numbers below these: together they are the encounter's 64-bit name.
inline constexpr std::uint64_t kMostOfficers = std::uint64_t{1} << 32;
inline constexpr std::uint64_t kMostStops = std::uint64_t{1} << 24;
inline constexpr std::uint64_t kMostRecordings = 1'000'000;

}  // namespace fieldtwin

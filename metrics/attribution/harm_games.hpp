#pragma once
/// The harm that would have been, had only some of the causes acted.

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string_view>

#include "metrics/encounter_record.hpp"
#include "scenarios/errors.hpp"

namespace fieldtwin {

/// Kinds of harm: those of wrongful holds by WrongfulKind, and prolonged stops.
inline constexpr std::size_t kHarmKinds = 6;
inline constexpr std::array<std::string_view, kHarmKinds> kHarmKindNames{
    "any", "us_citizen", "lawful_status", "false_match", "stale_record", "prolonged"};
inline constexpr std::size_t kProlongedHarm = 5;

/// Sets of causes that act, by the bits of index_of(Cause); the last is all of them.
inline constexpr std::size_t kCoalitions = std::size_t{1} << kCauses;
inline constexpr std::size_t kAllCauses = kCoalitions - 1;

/// The harm of one encounter, in whole numbers: times are rounded to the microsecond, once and for
/// all, so that everything made of them is exact.
struct Harm {
  std::array<bool, kHarmKinds> happened{};
  std::array<std::int64_t, kHarmKinds> microseconds{};
  bool operator==(const Harm&) const = default;
};

/// Of a hold and a delay as they were, or would have been.
Harm harm_of(Status status, const HoldRecord* hold, Seconds prolonged_by);

/// A game for each kind of harm, in people and in microseconds: [kind][coalition].
struct HarmGames {
  std::array<std::array<std::int64_t, kCoalitions>, kHarmKinds> people{};
  std::array<std::array<std::int64_t, kCoalitions>, kHarmKinds> microseconds{};

  void add(std::size_t coalition, const Harm& harm);
  void add_to_all(const Harm& harm);  //!< what no cause can change
  HarmGames& operator+=(const HarmGames& other);
  bool operator==(const HarmGames&) const = default;
};

/// As whole numbers in text, and back; false if the text is none.
void write_games(const HarmGames& games, std::ostream& out);
bool read_games(std::istream& in, HarmGames& games);

}  // namespace fieldtwin

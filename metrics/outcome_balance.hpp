#pragma once
/// No encounter is lost, and no traveller: those that began are those that ended, each in one
/// terminal outcome.

#include <array>
#include <cstdint>
#include <string>

#include "metrics/encounter_record.hpp"
#include "metrics/port/crossing_record.hpp"
#include "scenarios/system_kind.hpp"

namespace fieldtwin {

/// Counts encounters by their terminal outcome: the scan failed (by its reason) or was answered and
/// the person was let go, or the person was held and the hold ended in one of its ways. A crossing
/// counts by the way in which it ended, but for those that are held, as all who are. Sums of
/// mixed ids tell a lost encounter even where another one ended twice.
class OutcomeBalance {
 public:
  void began(SystemKind system, std::uint64_t encounter);
  void ended(const EncounterRecord& record);
  void ended(const CrossingRecord& record);

  std::uint64_t begun() const;
  std::uint64_t over() const;

  /// At the end of a replication. Throws std::logic_error, which names the numbers, unless each
  /// encounter that began ended exactly once. A system that tells of no beginning is left out,
  /// unless it is Mobile Identify.
  void check(std::uint32_t replication) const;

 private:
  static constexpr std::size_t kMost = 16;  //!< outcomes of a kind, with room for more

  struct OfSystem {
    std::uint64_t begun = 0;
    std::uint64_t begun_ids = 0;
    std::uint64_t over_ids = 0;
    std::array<std::uint64_t, kMost> let_go{};  //!< by ScanOutcome
    std::array<std::uint64_t, kMost> held{};    //!< by HoldEnd
    std::array<std::uint64_t, kCrossingEnds> crossed{};  //!< by CrossingEnd: no hold

    std::uint64_t over() const;
    std::string outcomes() const;
  };

  std::array<OfSystem, kSystems> systems_{};
};

}  // namespace fieldtwin

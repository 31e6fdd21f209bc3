#pragma once
/// No encounter is lost: those that began are those that ended, each in one terminal outcome.

#include <array>
#include <cstdint>
#include <string>

#include "metrics/encounter_record.hpp"
#include "scenarios/system_kind.hpp"

namespace fieldtwin {

/// Counts encounters by their terminal outcome: the scan failed (by its reason) or was answered and
/// the person was let go, or the person was held and the hold ended in one of its ways. Sums of
/// mixed ids tell a lost encounter even where another one ended twice.
class OutcomeBalance {
 public:
  void began(SystemKind system, std::uint64_t encounter);
  void ended(const EncounterRecord& record);

  std::uint64_t begun() const;
  std::uint64_t over() const;

  /// At the end of a replication. Throws std::logic_error, which names the numbers, unless each
  /// encounter that began ended exactly once. A system that tells of no beginning is left out,
  /// unless it is Mobile Identify.
  void check(std::uint32_t replication) const;

 private:
  static constexpr std::size_t kLetGo = 6;  //!< by ScanOutcome
  static constexpr std::size_t kEnds = 4;   //!< by HoldEnd

  struct OfSystem {
    std::uint64_t begun = 0;
    std::uint64_t begun_ids = 0;
    std::uint64_t over_ids = 0;
    std::array<std::uint64_t, kLetGo> let_go{};
    std::array<std::uint64_t, kEnds> held{};

    std::uint64_t over() const;
    std::string outcomes() const;
  };

  std::array<OfSystem, kSystems> systems_{};
};

}  // namespace fieldtwin

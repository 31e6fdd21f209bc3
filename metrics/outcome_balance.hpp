#pragma once
/// No encounter is lost: those that began are those that ended, each in one terminal outcome.

#include <array>
#include <cstdint>

#include "metrics/encounter_record.hpp"
#include "scenarios/recorded/recorded_stop.hpp"

namespace fieldtwin {

/// The id of a scanned stop's encounter.
std::uint64_t id_of(const RecordedStop& stop);

/// Counts encounters by their terminal outcome: the scan failed (by its reason) or was answered and
/// the person was let go, or the person was held and the hold ended in one of its ways. Sums of
/// mixed ids tell a lost encounter even where another one ended twice.
class OutcomeBalance {
 public:
  void began(std::uint64_t encounter);
  void ended(const EncounterRecord& record);

  std::uint64_t begun() const { return begun_; }
  std::uint64_t over() const;

  /// At the end of a replication. Throws std::logic_error, which names the numbers, unless each
  /// encounter that began ended exactly once.
  void check(std::uint32_t replication) const;

 private:
  static constexpr std::size_t kLetGo = 6;  //!< by ScanOutcome
  static constexpr std::size_t kEnds = 4;   //!< by HoldEnd

  std::uint64_t begun_ = 0;
  std::uint64_t begun_ids_ = 0;
  std::uint64_t over_ids_ = 0;
  std::array<std::uint64_t, kLetGo> let_go_{};
  std::array<std::uint64_t, kEnds> held_{};
};

}  // namespace fieldtwin

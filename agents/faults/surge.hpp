#pragma once
/// More people are stopped in one place for a while.

#include <optional>

#include "agents/officer.hpp"

namespace fieldtwin {

/// The stops that a surge adds to an officer's shift: a Poisson process on top of the usual one,
/// whose intensity is (factor - 1) times the usual one where a surge is on (several add up), by
/// thinning (Lewis & Shedler 1979). It has draws of its own, so the usual stops stay as they are.
class SurgeTimes {
 public:
  /// `stops`: how many the officer's shift has on average without a surge.
  SurgeTimes(const Roster& roster, const Scenario& scenario, const Draws& draws,
             const Officer& officer, int day, const Shift& shift, Count stops);

  /// The next one, if there is another in the shift.
  std::optional<Seconds> next();

 private:
  double added_at(Seconds time) const;  //!< intensity, relative to the usual

  const Roster& roster_;
  const Scenario& scenario_;
  const Draws& draws_;
  const Officer& officer_;
  std::uint64_t entity_;
  Seconds time_{0.0};   //!< of the last candidate
  Seconds until_{0.0};  //!< the last surge's end, or the shift's
  Seconds mean_gap_{0.0};
  double most_ = 0.0;  //!< largest value of added_at()
  std::uint16_t candidate_ = 0;
};

/// The number of a surge's stop among the officer's: apart from the usual ones', which do not move.
inline constexpr std::uint64_t kFirstSurgeStop = std::uint64_t{1} << 23;

}  // namespace fieldtwin

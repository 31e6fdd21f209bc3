#pragma once
/// What clocks on the wall show in each state while simulated seconds pass.

#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Simulated time 0 is midnight, US Eastern time, of the first day. Local time follows each state's
/// own offset and the US daylight-saving dates: from the second Sunday of March to the first Sunday
/// of November, at 02:00 local time (Energy Policy Act of 2005, in force since 2007).
class CivilClock {
 public:
  explicit CivilClock(Date start);

  /// Simulated time 0, in seconds since 1970-01-01 00:00 UTC.
  Seconds utc_start() const { return utc_start_; }

  /// Seconds since local midnight as clocks show them, in [0, 86400).
  Seconds local_time_of_day(Seconds t, const StateRow& state) const;

  /// The date on a local calendar.
  Date local_date(Seconds t, const StateRow& state) const;

  /// When clocks show `time_of_day` on `date`: the inverse of the two above. Negative if that is
  /// before the start. A time that occurs twice is the first one; one that is skipped when clocks
  /// go forward is read as standard time.
  Seconds time_at(Date date, Seconds time_of_day, const StateRow& state) const;

 private:
  Seconds local_time(Seconds t, const StateRow& state) const;

  Seconds utc_start_;
};

}  // namespace fieldtwin

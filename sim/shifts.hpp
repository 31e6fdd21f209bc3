#pragma once
/// Shifts: the number of servers of a pool follows the clock.

#include <cstddef>
#include <vector>

#include "sim/servers.hpp"

namespace fieldtwin {

/// From this time on, until the next one, so many servers are on duty.
struct Staffing {
  Seconds from;
  std::size_t servers;
};

/// A day's staffing, repeated from time 0 up to `horizon` (not included). `day` holds times since
/// midnight in [0, 24 h), ascending; the last number holds over midnight until the first. The clock
/// reads midnight at `midnight`, one such time, which may be before or after 0. The result begins
/// with the number at time 0.
std::vector<Staffing> repeat_daily(const std::vector<Staffing>& day, Seconds midnight,
                                   Seconds horizon);

/// Sets the number of servers of `pool`, which must outlive the process, at each of the times. What
/// is due when the process starts is set at once. Throws std::invalid_argument if the times do not
/// ascend.
Process follow_shifts(Calendar& calendar, Servers& pool, std::vector<Staffing> shifts);

}  // namespace fieldtwin

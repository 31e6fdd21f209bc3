#pragma once
/// The booking desks of the jails with an agreement, day and night.

#include <deque>

#include "agents/jail/facilities.hpp"
#include "sim/servers.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// Owns the interviewers of every desk: bookings wait for them, and may outlast the desk's day.
class BookingDesks {
 public:
  /// Starts the desks of all facilities of the system's roster: arrests arrive at each as a Poisson
  /// process of its own rate.
  void start(System& system);

 private:
  Process keep(System& system, Facility facility);

  std::deque<Servers> interviewers_;  //!< by desk that has bookings
};

}  // namespace fieldtwin

#include "agents/jail/booking_desk.hpp"

#include <cmath>

#include "agents/chance.hpp"
#include "agents/jail/booking.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

/// Arrests arrive until the period ends; each is a process of its own from then on. The gaps are
/// addressed by the facility and the arrest, so that nothing that happens in a jail moves them.
Process BookingDesks::keep(System& system, Facility facility) {
  const Scenario& scenario = system.planned;
  const Seconds end = kDay * scenario.period.days.mean().value();
  const Count a_day = value_of(system.draws, scenario.jail.bookings, Decision::kBookings,
                               facility.desk.id);
  if (a_day.value() <= 0.0) co_return;
  const Seconds mean_gap = kDay * (1.0 / a_day.value());
  Servers& interviewers =
      interviewers_.emplace_back(system.calendar, whole(scenario.jail.officers));
  Seconds time(0.0);
  for (std::uint64_t number = 0;; ++number) {
    const EncounterId id{std::uint64_t{facility.desk.id} << 24 | number};
    time += mean_gap * -std::log(system.draws.uniform(Decision::kBookingTimes, id.value));
    if (!(time < end)) co_return;
    co_await system.calendar.sleep_until(time);
    system.calendar.start(booking(system, facility, interviewers, id));
  }
}

void BookingDesks::start(System& system) {
  for (const Facility& facility : facilities_of(system.planned, system.roster)) {
    system.calendar.start(keep(system, facility));
  }
}

}  // namespace fieldtwin

#pragma once
/// The booking desks of the jails with an agreement, day and night.

namespace fieldtwin {

struct System;

/// Starts the desks of all facilities of the system's roster: arrests arrive at each as a Poisson
/// process of its own rate.
void start_booking_desks(System& system);

}  // namespace fieldtwin

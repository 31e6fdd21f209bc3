#pragma once
/// Floods of requests at the gateway, as a fluid: they come in such numbers that each one does not
/// matter.

#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// What a flood leaves to the officers' requests, at one time.
struct FloodState {
  Probability taken{0.0};    //!< of the gateway's servers, while it can take all that comes
  Seconds wait{0.0};         //!< in front of the gateway, when it cannot
  Probability dropped{0.0};  //!< of what comes, when the backlog is full
};

/// A flood of rate r (after the limit by sender), with a mean time s a request at c servers, takes
/// r s servers. If that is less than c, the others are left to the officers. If not, first come
/// first served makes everybody wait: the wait grows by r s / c - 1 seconds a second up to the
/// backlog, from where on the share 1 - c / (r s) of what comes is dropped; after the flood it
/// falls by a second a second (the fluid limit of a queue; Kleinrock 1976, chapter 2). `servers`: those that
/// are left now, taken to have been as many since the flood began.
FloodState flood_at(const Scenario& scenario, Count servers, Seconds time);

/// Requests a second of a flood that reach the gateway.
Count let_through(const Fault& flood);

}  // namespace fieldtwin

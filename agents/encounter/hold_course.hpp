#pragma once
/// The course of a hold: how long it lasts and how it ends.

#include <optional>

#include "agents/encounter/hold_basis.hpp"
#include "agents/population.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// What becomes of a person who is held, from the officer's decision on, step by step.
struct HoldCourse {
  Seconds transport;
  Seconds booking;
  HoldEnd end;
  Seconds local;    //!< after booking, until the release, the transfer or the detainer's limit
  Seconds federal;  //!< a mistaken hold that outlasts the detainer's limit goes on with ICE
  std::optional<Seconds> unentered;  //!< the release is not entered: how much longer for that
  bool record_left_wrong;            //!< the correction is not entered either

  Seconds length() const {
    return transport + booking + local + federal + unentered.value_or(Seconds(0.0));
  }
};

/// The course by the encounter's draws. `fault`: of the person's own record.
HoldCourse hold_course(const CustodyParameters& parameters, HoldOrigin origin, RecordFault fault,
                       Standing truth, const Draws& draws, EncounterId id);

/// Its mean length where it is a mistake (is_mistaken), by the origin and the person's status: the
/// means of the stages, of which fingerprints cut the longest off when they can tell and do.
Seconds mean_length_of_mistake(const CustodyParameters& parameters, const Population& population,
                               HoldOrigin origin, Status status);

}  // namespace fieldtwin

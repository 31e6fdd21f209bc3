#pragma once
/// Which flights board when, and when travellers come to a checkpoint.

#include <cstdint>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// A departure, as planned and as it turns out.
struct Flight {
  std::uint32_t number;  //!< among all of the period
  std::uint16_t state;   //!< of the port: index in the table of states
  std::uint16_t port;    //!< index in port.states
  std::uint32_t travellers;
  Seconds begins;  //!< boarding
  Seconds doors;   //!< close
};

/// The ports: the states of `port.states`, or all of the table, as indices in the table.
std::vector<std::uint16_t> port_states(const Scenario& scenario);

/// The share of a day, in hours, up to which a share `u` of the curve lies; u in (0, 1).
double hour_at(const std::array<double, 24>& curve, double u);

/// The flights of the period, `port.flights` a day, by number. Those of a day are spread over the
/// ports in turn and over the day by `port.curve`: the k-th of n has its doors closed at a moment
/// of the k-th n-th of the curve. A flight in a hurry begins to board so much later. One that
/// would begin before the period boards from its start on, and is so much later.
std::vector<Flight> flights_of(const Scenario& scenario, const Draws& draws);

/// When travellers come to a port's checkpoint on a day of the period (0: the first), rising: as
/// many as `port.checkpoint.travellers`, independently of each other, by `port.curve`.
std::vector<Seconds> arrivals_of(const Scenario& scenario, const Draws& draws, std::uint16_t port,
                                 std::uint16_t state, int day);

}  // namespace fieldtwin

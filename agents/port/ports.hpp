#pragma once
/// The ports of a scenario: their flights and checkpoints, as processes.

#include <deque>
#include <memory>
#include <vector>

#include "agents/port/flight_schedule.hpp"
#include "agents/port/gate.hpp"
#include "agents/port/port_matcher.hpp"

namespace fieldtwin {

struct System;

/// Nothing is made or drawn where a scenario has neither flights nor travellers at checkpoints.
class Ports {
 public:
  /// `faults`: of the world.
  Ports(Calendar& calendar, const Scenario& scenario, const std::vector<Fault>& faults,
        const Draws& draws, const Population& population);

  /// Starts the boardings and checkpoints of the period.
  void start(System& system);

 private:
  Process board(System& system, Flight flight);
  Process keep_checkpoint(System& system, std::uint16_t port, int day);
  Gate& open(System& system, const GatePlan& plan);
  Probability missed_now(std::uint16_t state) const;

  Calendar& calendar_;
  const Scenario& scenario_;
  const std::vector<Fault>& faults_;
  Draws draws_;
  std::vector<std::uint16_t> states_;  //!< by port
  std::vector<ProbeMix> mixes_;
  std::deque<Outages> connections_;
  std::deque<std::unique_ptr<Gate>> gates_;  //!< all that were opened: travellers refer to them
};

}  // namespace fieldtwin

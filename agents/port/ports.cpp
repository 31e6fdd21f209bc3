#include "agents/port/ports.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "agents/faults/stale_manifest.hpp"
#include "agents/port/crossing.hpp"
#include "agents/system.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint32_t kConnections = 0x7000'0000;  //!< names them among all that can be down

bool has_ports(const Scenario& scenario) {
  return resolved(scenario.port.flights).value() > 0.0 ||
         resolved(scenario.port.checkpoint.travellers).value() > 0.0;
}

}  // namespace

Ports::Ports(Calendar& calendar, const Scenario& scenario, const std::vector<Fault>& faults,
             const Draws& draws, const Population& population)
    : calendar_(calendar), scenario_(scenario), faults_(faults), draws_(draws) {
  if (!has_ports(scenario)) return;
  states_ = port_states(scenario);
  const PortNetwork& network = scenario.port.network;
  for (std::size_t port = 0; port < states_.size(); ++port) {
    mixes_.push_back(port_probe_mix(scenario, population, states_[port]));
    connections_.emplace_back(
        draws, kConnections + static_cast<std::uint32_t>(port),
        OutageLaw{resolved(network.availability), resolved(network.outage_length)});
  }
}

void Ports::start(System& system) {
  if (states_.empty()) return;
  for (const Flight& flight : flights_of(scenario_, draws_)) {
    calendar_.start(board(system, flight));
  }
  const int days = static_cast<int>(scenario_.period.days.mean().value());
  if (resolved(scenario_.port.checkpoint.travellers).value() <= 0.0) return;
  for (std::uint16_t port = 0; port < states_.size(); ++port) {
    for (int day = 0; day < days; ++day) calendar_.start(keep_checkpoint(system, port, day));
  }
}

Gate& Ports::open(System& system, const GatePlan& plan) {
  gates_.push_back(
      std::make_unique<Gate>(calendar_, system.scenario, draws_, plan, mixes_[plan.port]));
  return *gates_.back();
}

/// Of the travellers there, who are missing from a gallery that is made now for want of a new manifest.
Probability Ports::missed_now(std::uint16_t state) const {
  return missed_by_stale_manifest(faults_, scenario_.tables.states[state].postal, calendar_.now());
}

/// The gallery is made from the manifest when boarding begins: of everybody on it with a photo.
Process Ports::board(System& system, Flight flight) {
  co_await calendar_.sleep_until(flight.begins);
  const PortParameters& port = system.scenario.port;
  Probability too_late = missed_now(flight.state);
  if (chance(draws_, port.manifest.stale, Decision::kPortStale, flight.number)) {
    too_late = std::max(too_late, port.manifest.stale_missing.mean());
  }
  double gallery = port.manifest.others.mean().value();
  for (std::uint32_t i = 0; i < flight.travellers; ++i) {
    const Traveller traveller = traveller_of(port, system.population, draws_, flight.state,
                                             crossing_id(flight.number, i), too_late);
    if (traveller.person.enrolment == Enrolment::kEnrolled) gallery += 1.0;
  }
  Gate& gate = open(system, {flight.number, flight.state, flight.port, gallery, flight.travellers,
                             flight.doors});
  const Seconds window = flight.doors - flight.begins;
  for (std::uint32_t i = 0; i < flight.travellers; ++i) {
    const CrossingId id = crossing_id(flight.number, i);
    const Probability share = value_of(draws_, port.boarding.join, Decision::kPortJoin, id.value);
    calendar_.start(crossing(system, gate, connections_[flight.port],
                             {id, flight.begins + window * share.value(), too_late}));
  }
}

Process Ports::keep_checkpoint(System& system, std::uint16_t port, int day) {
  // Apart from the numbers of flights.
  constexpr std::uint32_t kCheckpoints = 0x40'0000;
  const std::uint32_t number = kCheckpoints + static_cast<std::uint32_t>(day) * 1024u + port;
  const std::vector<Seconds> arrivals = arrivals_of(scenario_, draws_, port, states_[port], day);
  co_await calendar_.sleep_until(arrivals.front());
  const PortParameters& parameters = system.scenario.port;
  const double gallery =
      parameters.checkpoint.gallery.mean().value() + parameters.manifest.others.mean().value();
  Gate& gate = open(system, {number, states_[port], port, gallery,
                             static_cast<std::uint32_t>(arrivals.size()), std::nullopt});
  for (std::uint32_t i = 0; i < arrivals.size(); ++i) {
    co_await calendar_.sleep_until(arrivals[i]);
    calendar_.start(crossing(system, gate, connections_[port],
                             {crossing_id(number, i), arrivals[i], missed_now(states_[port])}));
  }
}

}  // namespace fieldtwin

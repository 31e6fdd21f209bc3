#include "agents/faults/flood.hpp"

#include <algorithm>
#include <set>

namespace fieldtwin {
namespace {

/// The floods of one moment together.
struct Load {
  double servers = 0.0;  //!< they take, if there are as many
  Seconds backlog{0.0};  //!< the longest of those allowed
};

Load load_at(const Scenario& scenario, Seconds time) {
  Load load;
  for (const Fault& fault : scenario.faults) {
    if (fault.kind != FaultKind::kFlood || !fault.is_on(time)) continue;
    load.servers += let_through(fault).value() * scenario.service.gateway.time.mean().value();
    load.backlog = std::max(load.backlog, fault.backlog);
  }
  return load;
}

/// The wait in front of the gateway, from the first flood on.
Seconds wait_at(const Scenario& scenario, double servers, const std::set<Seconds>& edges,
                Seconds time) {
  Seconds wait(0.0);
  for (auto from = edges.begin(); from != edges.end() && *from < time; ++from) {
    const auto next = std::next(from);
    const Seconds until = next == edges.end() ? time : std::min(time, *next);
    const Load load = load_at(scenario, *from);
    const double growth = load.servers / servers - 1.0;
    wait = std::max(Seconds(0.0), wait + (until - *from) * growth);
    if (growth > 0.0) wait = std::min(wait, load.backlog);
  }
  return wait;
}

}  // namespace

Count let_through(const Fault& flood) {
  return std::min(flood.rate, flood.limit);
}

FloodState flood_at(const Scenario& scenario, Count servers, Seconds time) {
  std::set<Seconds> edges;
  for (const Fault& fault : scenario.faults) {
    if (fault.kind == FaultKind::kFlood && fault.from <= time) {
      edges.insert({fault.from, fault.until});
    }
  }
  if (edges.empty()) return {};
  const double left = std::max(1.0, servers.value());
  const Load load = load_at(scenario, time);
  FloodState state;
  state.wait = wait_at(scenario, left, edges, time);
  if (load.servers < left) {
    state.taken = Probability(load.servers / left);
  } else if (state.wait >= load.backlog) {
    state.dropped = Probability(1.0 - left / load.servers);
  }
  return state;
}

}  // namespace fieldtwin

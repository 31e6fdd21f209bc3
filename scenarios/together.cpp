#include "scenarios/together.hpp"

#include <algorithm>

#include "scenarios/epochs.hpp"

namespace fieldtwin {
namespace {

/// One state of affairs of the partner under one of the host.
Scenario under(const Scenario& partner, const Scenario& host) {
  Scenario out = partner;
  out.run = host.run;
  out.period = host.period;
  out.people.foreign_born_odds = host.people.foreign_born_odds;
  out.people.status_weight = host.people.status_weight;
  out.people.twin = host.people.twin;
  out.people.close_relative = host.people.close_relative;
  out.records.enrolled = host.records.enrolled;
  out.records.wrong = host.records.wrong;
  out.records.wrong_kind = host.records.wrong_kind;
  out.service = host.service;
  out.ice = host.ice;
  out.network.fidelity = host.network.fidelity;
  out.network.cell_capacity = host.network.cell_capacity;
  out.table_files.states = host.table_files.states;
  out.tables.states = host.tables.states;
  out.table_files.delays = host.table_files.delays;
  out.tables.delays = host.tables.delays;
  out.epochs.clear();
  out.partners.clear();
  return out;
}

}  // namespace

Scenario aligned(const Scenario& partner, const Scenario& host) {
  Scenario out = under(partner, host);
  std::vector<Seconds> times;
  for (const Scenario* one : {&partner, &host}) {
    for (const Epoch& epoch : one->epochs) times.push_back(epoch.from);
  }
  std::ranges::sort(times);
  const auto repeated = std::ranges::unique(times);
  times.erase(repeated.begin(), repeated.end());
  for (const Seconds time : times) {
    out.epochs.push_back({time, std::make_shared<const Scenario>(
                                    under(scenario_at(partner, time), scenario_at(host, time)))});
  }
  return out;
}

}  // namespace fieldtwin

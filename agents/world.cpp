#include "agents/world.hpp"

#include <algorithm>

#include "agents/desk_shifts.hpp"
#include "agents/faults/attacks.hpp"
#include "agents/faults/capacity_faults.hpp"
#include "agents/probe_weights.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// How long the desk stays manned for calls about the last scans of the period.
constexpr Seconds kAfterwards = 48_h;

/// Cells 2 i and 2 i + 1 are the urban and the rural ones of the i-th state with officers.
NetworkSpec network_spec(const Scenario& scenario, const Roster& roster) {
  NetworkSpec spec;
  spec.fidelity = scenario.network.fidelity == NetworkFidelity::kFlow
                      ? NetworkSpec::Fidelity::kFlow
                      : NetworkSpec::Fidelity::kDelay;
  const BitsPerSecond per_resident = resolved(scenario.network.cell_capacity) / 1e5;
  std::vector<std::uint32_t> first_cell(scenario.tables.states.size(), 0);
  for (const auto& presence : roster.presence()) {
    const StateRow& state = scenario.tables.states[presence.state];
    first_cell[presence.state] = static_cast<std::uint32_t>(spec.cells.size());
    const double rural = state.population * state.rural;
    // Officers of an area live where somebody does, but a table may round a share to nil.
    constexpr double kFewest = 1000.0;
    for (const double residents : {state.population - rural, rural}) {
      const auto area = spec.cells.size() % 2;
      spec.cells.push_back({state.postal + "-" + std::string(kAreaNames[area]),
                            per_resident * std::max(residents, kFewest)});
    }
  }
  for (const auto& officer : roster.equipped()) {
    spec.device_cell.push_back(first_cell[officer.state] +
                               static_cast<std::uint32_t>(index_of(officer.area)));
  }
  return spec;
}

ScoreMatcher matcher_of(const Scenario& scenario, const Roster& roster,
                        const Population& population) {
  return ScoreMatcher(find_anchor(scenario.tables.anchors, scenario.matcher.anchor),
                      scenario.matcher, scenario.gallery, probe_mix(scenario, roster, population));
}

std::unique_ptr<Engine> engine_for(const Scenario& scenario) {
  if (scenario.network.fidelity == NetworkFidelity::kDelay) return nullptr;
  return std::make_unique<Engine>();
}

}  // namespace

World::World(const Scenario& scenario, const Draws& draws, Journal& journal,
             Expectation expectation, const Forecast::Use& use)
    : scenario_(scenario),
      present_(scenario),
      draws_(draws),
      engine_(engine_for(scenario)),
      roster_(scenario, draws),
      population_(scenario, draws.across_replications()),
      matcher_(matcher_of(scenario, roster_, population_)),
      calendar_(engine_ ? Clockwork::kEngine : Clockwork::kAlone),
      network_(calendar_, network_spec(scenario, roster_)),
      login_(calendar_, present_.sign_in, draws, login_backend(scenario, draws)),
      service_(calendar_, present_, draws, matcher_, service_backend(scenario, draws)),
      desk_(calendar_, present_, draws, journal),
      outlook_(present_, draws, population_, matcher_),
      forecast_(present_.ice, draws, desk_.turns(),
                [this, &journal, use](const Circumstances& circumstances) {
                  journal.expected(outlook_.expected(circumstances));
                  if (use) use(circumstances);
                }),
      system_{present_, draws,       calendar_,
              network_, population_, roster_,
              login_,   service_,    desk_,
              journal,  scenario,    expectation == Expectation::kEachScan ? &forecast_ : nullptr},
      replay_(scenario.tables.recorded ? std::make_unique<Replay>(scenario, draws.replication())
                                       : nullptr) {}

void World::start_processes() {
  const Seconds end = period();
  if (!scenario_.epochs.empty()) calendar_.start(follow_changes());
  calendar_.start(follow_shifts(calendar_, desk_.agents(),
                                desk_shifts(scenario_, desk_shortages(scenario_), end + kAfterwards)));
  calendar_.start(other_calls(desk_, calendar_, scenario_, draws_, end + kAfterwards));
  service_.start_faults();
  calendar_.start(note_use());
  schedule_faults(calendar_, network_, cell_faults(scenario_, roster_),
                  carrier_faults(scenario_, roster_, draws_));
  start_attacks(system_);
  if (replay_) {
    replay_->start(system_, roster_);
    return;
  }
  for (const auto& officer : roster_.equipped()) {
    calendar_.start(officer_at_work(system_, officer));
  }
}

Process World::note_use() {
  co_await calendar_.sleep_until(period());
  service_.note_use(use_);
  use_.busiest_cells = network_.busiest_use(period());
}

/// Puts what changes in the middle of the period into effect. What is planned ahead (shifts of the
/// desk, other calls, stops) has been planned with it.
Process World::follow_changes() {
  for (const Epoch& epoch : scenario_.epochs) {
    co_await calendar_.sleep_until(epoch.from);
    present_ = *epoch.scenario;
    matcher_ = matcher_of(present_, roster_, population_);
    service_.refresh_capacity();
  }
}

void World::run() {
  start_processes();
  calendar_.run();
  if (system_.forecast != nullptr) forecast_.finish();
}

WorldTotals World::totals() const {
  WorldTotals totals = use_;
  totals.officers.resize(scenario_.tables.states.size());
  for (const auto& presence : roster_.presence()) {
    totals.officers[presence.state].all = presence.officers;
  }
  for (const auto& officer : roster_.equipped()) ++totals.officers[officer.state].equipped;
  return totals;
}

}  // namespace fieldtwin

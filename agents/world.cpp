#include "agents/world.hpp"

#include <algorithm>

#include "agents/desk_shifts.hpp"
#include "agents/faults/attacks.hpp"
#include "agents/faults/capacity_faults.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// How long the desk stays manned for calls about the last scans of the period.
constexpr Seconds kAfterwards = 48_h;

/// Everybody who is in the field, of the scenario and of its partners.
std::deque<FieldPlan> plans_of(const Scenario& scenario, const Draws& draws) {
  std::deque<FieldPlan> plans;
  FirstNumbers first;
  const auto add = [&](const Scenario& one) {
    const FieldPlan& plan = plans.emplace_back(one, draws, first);
    first.officer += kOfficersPerSystem;
    first.device += static_cast<std::uint32_t>(plan.roster.equipped().size());
  };
  add(scenario);
  for (const auto& partner : scenario.partners) add(*partner);
  return plans;
}

/// The states with officers, in the order of their cells: those of the scenario's own field first,
/// so that a partner moves no cell. Cells 2 i and 2 i + 1 are the urban and the rural ones of the
/// i-th state.
std::vector<std::size_t> states_with_cells(const std::deque<FieldPlan>& plans) {
  std::vector<std::size_t> states;
  for (const FieldPlan& plan : plans) {
    for (const auto& presence : plan.roster.presence()) {
      if (std::ranges::find(states, presence.state) == states.end()) {
        states.push_back(presence.state);
      }
    }
  }
  return states;
}

NetworkSpec network_spec(const Scenario& scenario, const std::deque<FieldPlan>& plans) {
  NetworkSpec spec;
  spec.fidelity = scenario.network.fidelity == NetworkFidelity::kFlow
                      ? NetworkSpec::Fidelity::kFlow
                      : NetworkSpec::Fidelity::kDelay;
  const BitsPerSecond per_resident = resolved(scenario.network.cell_capacity) / 1e5;
  std::vector<std::uint32_t> first_cell(scenario.tables.states.size(), 0);
  for (const std::size_t number : states_with_cells(plans)) {
    const StateRow& state = scenario.tables.states[number];
    first_cell[number] = static_cast<std::uint32_t>(spec.cells.size());
    const double rural = state.population * state.rural;
    // Officers of an area live where somebody does, but a table may round a share to nil.
    constexpr double kFewest = 1000.0;
    for (const double residents : {state.population - rural, rural}) {
      const auto area = spec.cells.size() % 2;
      spec.cells.push_back({state.postal + "-" + std::string(kAreaNames[area]),
                            per_resident * std::max(residents, kFewest)});
    }
  }
  for (const FieldPlan& plan : plans) {
    for (const auto& officer : plan.roster.equipped()) {
      spec.device_cell.push_back(first_cell[officer.state] +
                                 static_cast<std::uint32_t>(index_of(officer.area)));
    }
  }
  return spec;
}

std::vector<const Roster*> rosters_of(const std::deque<FieldPlan>& plans) {
  std::vector<const Roster*> rosters;
  for (const FieldPlan& plan : plans) rosters.push_back(&plan.roster);
  return rosters;
}

std::unique_ptr<Engine> engine_for(const Scenario& scenario) {
  if (scenario.network.fidelity == NetworkFidelity::kDelay) return nullptr;
  return std::make_unique<Engine>();
}

/// The number of the field that an encounter belongs to.
std::size_t field_of(EncounterId id, std::size_t fields) {
  const std::uint64_t number = (id.value >> 24) / kOfficersPerSystem;
  return number < fields ? static_cast<std::size_t>(number) : 0;  // a recording has any numbers
}

}  // namespace

World::World(const Scenario& scenario, const Draws& draws, Journal& journal,
             Expectation expectation, const Forecast::Use& use, FaceSource* faces)
    : scenario_(scenario),
      draws_(draws),
      engine_(engine_for(scenario)),
      plans_(plans_of(scenario, draws)),
      population_(scenario, draws.across_replications()),
      calendar_(engine_ ? Clockwork::kEngine : Clockwork::kAlone),
      network_(calendar_, network_spec(scenario, plans_)),
      service_(calendar_, plans_.front().present, draws, service_backend(scenario, draws)),
      desk_(calendar_, plans_.front().present, draws, journal),
      forecast_(plans_.front().present.ice, draws, desk_.turns(),
                [this, &journal, use](const Circumstances& circumstances) {
                  expect(journal, circumstances, use);
                }),
      replay_(scenario.tables.recorded ? std::make_unique<Replay>(scenario, draws.replication())
                                       : nullptr) {
  Forecast* const forecast = expectation == Expectation::kEachScan ? &forecast_ : nullptr;
  const SharedParts parts{draws,    scenario.faults, calendar_, network_, population_,
                          service_, desk_,           journal,   forecast};
  for (FieldPlan& plan : plans_) {
    const std::size_t number = fields_.size();
    FaceSource* its_faces = number == 0 ? faces : nullptr;
    if (its_faces == nullptr) {
      its_faces = faces_.emplace_back(make_faces(plan.planned, draws)).get();
    }
    fields_.emplace_back(plan, number == 0 ? FieldRole::kOwn : FieldRole::kPartner, parts,
                         login_backend(plan.planned, draws, number), its_faces);
  }
}

/// What was to be expected of a scan is worked out by the field that it was made in.
void World::expect(Journal& journal, const Circumstances& circumstances,
                   const Forecast::Use& use) const {
  const std::size_t number = field_of(circumstances.stop.id, fields_.size());
  const Field& field = fields_[number];
  ExpectedHarm harm = field.outlook().expected(circumstances);
  harm.system = field.kind();
  journal.expected(harm);
  if (use && number == 0) use(circumstances);
}

void World::start_processes() {
  const Seconds end = period();
  for (Field& field : fields_) {
    if (field.planned().epochs.empty()) continue;
    const bool own = field.system().role == FieldRole::kOwn;
    calendar_.start(field.follow_changes([this, own] {
      if (own) service_.refresh_capacity();
    }));
  }
  calendar_.start(follow_shifts(calendar_, desk_.agents(),
                                desk_shifts(scenario_, desk_shortages(scenario_), end + kAfterwards)));
  calendar_.start(other_calls(desk_, calendar_, scenario_, draws_, end + kAfterwards));
  service_.start_faults();
  calendar_.start(note_use());
  schedule_faults(calendar_, network_, cell_faults(scenario_, states_with_cells(plans_)),
                  carrier_faults(scenario_, rosters_of(plans_), draws_));
  start_attacks(fields_.front().system());
  for (Field& field : fields_) {
    if (replay_ && field.system().role == FieldRole::kOwn) {
      replay_->start(field.system(), field.roster());
    } else {
      field.start();
    }
  }
}

Process World::note_use() {
  co_await calendar_.sleep_until(period());
  service_.note_use(use_);
  use_.busiest_cells = network_.busiest_use(period());
}

void World::run() {
  start_processes();
  calendar_.run();
  forecast_.finish();
}

WorldTotals World::totals() const {
  WorldTotals totals = use_;
  totals.officers.resize(scenario_.tables.states.size());
  for (const Field& field : fields_) {
    if (field.kind() == SystemKind::kTvs) continue;  // its officers are those of its gates
    WorldTotals::Officers& all = totals.officers_by_system[index_of(field.kind())];
    for (const auto& presence : field.roster().presence()) {
      totals.officers[presence.state].all += presence.officers;
      all.all += presence.officers;
    }
    for (const auto& officer : field.roster().equipped()) {
      ++totals.officers[officer.state].equipped;
      ++all.equipped;
    }
  }
  return totals;
}

}  // namespace fieldtwin

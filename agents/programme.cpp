#include "agents/programme.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "agents/apportion.hpp"
#include "agents/federal_officers.hpp"
#include "agents/jail/facilities.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

std::size_t index_of_state(const std::vector<StateRow>& states, const std::string& name) {
  const auto found = std::find_if(states.begin(), states.end(),
                                  [&](const StateRow& row) { return row.name == name; });
  if (found == states.end()) {
    throw std::invalid_argument("\"" + name + "\" is not in the table of states");
  }
  return static_cast<std::size_t>(found - states.begin());
}

/// Task Force Model agreements in force on a date, by state.
std::vector<double> agreements_in_force(const Tables& tables, Date date) {
  std::vector<double> agreements(tables.states.size(), 0.0);
  for (const AgreementRow& row : tables.agreements) {
    if (is_task_force_in_force(row, date)) {
      agreements[index_of_state(tables.states, row.state)] += row.agreements;
    }
  }
  return agreements;
}

/// Sworn strength by state, of the states with an agreement.
std::vector<double> sworn_strength(const Tables& tables, const std::vector<double>& agreements) {
  std::vector<double> sworn(tables.states.size(), 0.0);
  for (const StrengthRow& row : tables.strength) {
    const std::size_t state = index_of_state(tables.states, row.state);
    if (agreements[state] > 0.0) sworn[state] += row.sworn;
  }
  return sworn;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

bool is_kept(const Programme& programme, const StateRow& state) {
  return programme.states.empty() || std::find(programme.states.begin(), programme.states.end(),
                                               state.postal) != programme.states.end();
}

/// Agreements in force on a date, of the states that are simulated.
std::vector<double> kept_agreements(const Scenario& scenario, Date date) {
  std::vector<double> agreements = agreements_in_force(scenario.tables, date);
  for (std::size_t state = 0; state < agreements.size(); ++state) {
    if (!is_kept(scenario.programme, scenario.tables.states[state])) agreements[state] = 0.0;
  }
  return agreements;
}

/// How the programme is spread over the states on a date: agreements and, blended with them, sworn
/// strength.
struct Spread {
  std::vector<StatePresence> states;  //!< without officers yet
  std::vector<double> weights;
};

Spread spread_of(const Scenario& scenario, Date date) {
  const Tables& tables = scenario.tables;
  const Programme& programme = scenario.programme;
  const std::vector<double> agreements = agreements_in_force(tables, date);
  const std::vector<double> sworn = sworn_strength(tables, agreements);
  const double all_agreements = sum(agreements);
  const double all_sworn = sum(sworn);
  const double by_sworn = all_sworn > 0.0 ? resolved(programme.sworn_weight).value() : 0.0;

  Spread spread;
  for (std::size_t state = 0; state < agreements.size(); ++state) {
    if (!is_kept(programme, tables.states[state]) || agreements[state] == 0.0) continue;
    spread.states.push_back({state, 0, agreements[state]});
    spread.weights.push_back((1.0 - by_sworn) * agreements[state] / all_agreements +
                             (by_sworn > 0.0 ? by_sworn * sworn[state] / all_sworn : 0.0));
  }
  return spread;
}

/// So many officers over the states of the programme on a date.
std::vector<StatePresence> officers_on(const Scenario& scenario, Date date,
                                       std::uint32_t officers) {
  Spread spread = spread_of(scenario, date);
  if (officers == 0) return spread.states;
  if (!(sum(spread.weights) > 0.0)) {
    throw std::invalid_argument(
        "programme: no state can have the trained officers (none of programme.states has a Task "
        "Force Model agreement in force when the period starts)");
  }
  const std::vector<std::uint32_t> split = apportion(officers, spread.weights);
  for (std::size_t i = 0; i < split.size(); ++i) spread.states[i].officers = split[i];
  return spread.states;
}

/// An intake over all states of the programme; those that get nobody are left out.
Intake intake_on(const Scenario& scenario, Date date, std::uint32_t officers) {
  Intake intake{date, officers_on(scenario, date, officers)};
  std::erase_if(intake.officers, [](const StatePresence& state) { return state.officers == 0; });
  return intake;
}

std::chrono::sys_days end_of(const Scenario& scenario) {
  return std::chrono::sys_days(scenario.period.start) +
         std::chrono::days(std::lround(scenario.period.days.mean().value()));
}

/// The first days of the months after the first, up to the end of the period.
std::vector<Date> later_months(const Scenario& scenario) {
  using namespace std::chrono;
  std::vector<Date> out;
  const Date start = scenario.period.start;
  for (Date month = start.year() / start.month() / 1 + months(1);
       sys_days(month) < end_of(scenario); month += months(1)) {
    out.push_back(month);
  }
  return out;
}

std::vector<Intake> by_agreements(const Scenario& scenario) {
  std::vector<Intake> out;
  std::vector<double> before = kept_agreements(scenario, scenario.period.start);
  const double at_start = sum(before);
  const double at_first = resolved(scenario.programme.officers_trained).value();
  auto trained = static_cast<std::uint32_t>(std::llround(at_first));
  for (const Date month : later_months(scenario)) {
    const std::vector<double> now = kept_agreements(scenario, month);
    const auto target = static_cast<std::uint32_t>(std::llround(at_first * sum(now) / at_start));
    if (target <= trained) continue;
    std::vector<double> added(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) added[i] = std::max(0.0, now[i] - before[i]);
    const std::vector<std::uint32_t> split = apportion(target - trained, added);
    Intake intake{month, {}};
    for (std::size_t state = 0; state < split.size(); ++state) {
      if (split[state] > 0) intake.officers.push_back({state, split[state], added[state]});
    }
    out.push_back(std::move(intake));
    before = now;
    trained = target;
  }
  return out;
}

std::vector<Intake> by_waves(const Scenario& scenario) {
  using std::chrono::sys_days;
  std::vector<Intake> out;
  for (const WaveRow& wave : scenario.tables.waves) {
    if (sys_days(wave.date) <= sys_days(scenario.period.start) ||
        sys_days(wave.date) >= end_of(scenario)) {
      continue;
    }
    out.push_back(
        intake_on(scenario, wave.date, static_cast<std::uint32_t>(std::llround(wave.officers))));
  }
  return out;
}

std::vector<Intake> by_doubling(const Scenario& scenario) {
  using std::chrono::sys_days;
  std::vector<Intake> out;
  const double at_first = resolved(scenario.programme.officers_trained).value();
  const Seconds doubling = resolved(scenario.programme.doubling_time);
  constexpr double kMost = 1e7;  // as many as a scenario may have
  auto trained = static_cast<std::uint32_t>(std::llround(at_first));
  for (const Date month : later_months(scenario)) {
    const Seconds since =
        kDay *
        static_cast<double>((sys_days(month) - sys_days(scenario.period.start)).count());
    const double grown = std::min(kMost, at_first * std::exp2(since / doubling));
    const auto target = static_cast<std::uint32_t>(std::llround(grown));
    if (target <= trained) continue;
    out.push_back(intake_on(scenario, month, target - trained));
    trained = target;
  }
  return out;
}

}  // namespace

std::vector<StatePresence> officers_by_state(const Scenario& scenario) {
  if (scenario.system == SystemKind::kMobileFortify) return federal_officers(scenario);
  if (scenario.system == SystemKind::kJail) return facilities_by_state(scenario);
  const double trained = resolved(scenario.programme.officers_trained).value();
  return officers_on(scenario, scenario.period.start,
                     static_cast<std::uint32_t>(std::llround(trained)));
}

std::vector<Intake> intakes(const Scenario& scenario) {
  if (scenario.system != SystemKind::kMobileIdentify) return {};  // growth is of the Task Force Model
  switch (scenario.programme.growth) {
    case Growth::kNone:
      break;
    case Growth::kAgreements:
      return by_agreements(scenario);
    case Growth::kWaves:
      return by_waves(scenario);
    case Growth::kDoubling:
      return by_doubling(scenario);
  }
  return {};
}

}  // namespace fieldtwin

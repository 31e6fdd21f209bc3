#include "metrics/report/scenario_facts.hpp"

#include <fmt/format.h>

#include "scenarios/reader/date.hpp"
#include "scenarios/recorded/recorded_encounters.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

ParameterRow row_of(const std::string& path, const std::string& meaning, const Provenance& origin) {
  ParameterRow row;
  row.path = path;
  row.value = origin.written;
  row.meaning = meaning;
  row.source = origin.source;
  if (origin.assumption) {
    const Assumption& assumption = *origin.assumption;
    row.assumption_why = assumption.why;
    if (!assumption.range_low.empty()) {
      row.assumption_range = assumption.range_low + " to " + assumption.range_high;
    }
  }
  return row;
}

/// Task Force Model agreements in force on the first day.
double agreements_of(const std::string& state, const Scenario& scenario) {
  double agreements = 0.0;
  for (const AgreementRow& row : scenario.tables.agreements) {
    if (row.state == state && is_task_force_in_force(row, scenario.period.start)) {
      agreements += row.agreements;
    }
  }
  return agreements;
}

/// Says that encounters were replayed, and from what.
std::string replayed_text(const RecordedEncounters& recorded) {
  const auto bad = recorded.bad_rows;
  return fmt::format("Replayed from {} rows of {} (hash {}){}.", recorded.rows, recorded.file,
                     recorded.hash,
                     bad == 0 ? "" : fmt::format("; {} more cannot be used and {} left out", bad,
                                                 bad == 1 ? "is" : "are"));
}

}  // namespace

ScenarioFacts facts_of(const ResolvedScenario& resolved) {
  const Scenario& scenario = resolved.scenario;
  ScenarioFacts facts;
  facts.name = scenario.name;
  facts.title = scenario.title;
  facts.question = scenario.question;
  facts.description = scenario.description;
  if (scenario.tables.recorded) {
    if (!facts.description.empty()) facts.description += ' ';
    facts.description += replayed_text(*scenario.tables.recorded);
  }
  facts.start = date_text(scenario.period.start);
  facts.days = scenario.period.days.mean().value();
  for (const StateRow& state : scenario.tables.states) {
    facts.states.push_back(
        {state.fips, state.postal, state.name, agreements_of(state.name, scenario)});
  }
  const auto add = [&](const std::string& path, const std::string& meaning) {
    const auto origin = resolved.provenance.find(path);
    if (origin == resolved.provenance.end()) return;
    facts.parameters.push_back(row_of(path, meaning, origin->second));
  };
  for (const Parameter& parameter : parameters()) add(parameter.path, parameter.meaning);
  for (std::size_t i = 0; i < scenario.faults.size(); ++i) {
    add("faults." + std::to_string(i),
        "A part of the system works at reduced capacity for a while.");
  }
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    add("changes." + std::to_string(i), "From a time on, a parameter has another value.");
  }
  return facts;
}

}  // namespace fieldtwin

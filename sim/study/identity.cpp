#include "sim/study/identity.hpp"

#include <fmt/format.h>

#include <map>

#include "scenarios/reader/date.hpp"
#include "scenarios/recorded/recorded_encounters.hpp"
#include "sim/text_hash.hpp"

namespace fieldtwin {
namespace {

std::string hash_of_tables(const Scenario& scenario) {
  const Tables& tables = scenario.tables;
  TextHash hash;
  for (const auto& row : tables.states) {
    hash.add(row.name, row.postal, row.fips, row.population, row.female, row.foreign_born,
             row.under_18, row.age_65_plus, row.rural, row.utc_offset.value(),
             static_cast<int>(row.dst));
    for (const double share : row.ethnicity) hash.add(share);
  }
  for (const auto& row : tables.agreements) {
    hash.add(row.state, row.model, static_cast<int>(row.signed_in.year()),
             static_cast<unsigned>(row.signed_in.month()), row.agreements);
  }
  for (const auto& row : tables.strength) hash.add(row.state, row.sworn);
  for (const auto& row : tables.waves) hash.add(date_text(row.date), row.officers);
  for (const auto& row : tables.anchors) {
    // Results depend on no other: a new row must not part a study from its results.
    if (row.name != scenario.matcher.anchor && row.name != scenario.port.matcher.anchor) continue;
    hash.add(row.name, row.people, row.fpir.value(), row.fnir.value(), row.exponent);
  }
  for (const auto& row : tables.delays) {
    hash.add(static_cast<int>(row.area), row.crowding);
    for (const double times : row.times) hash.add(times);
  }
  return hash.hex();
}

/// Everything that results depend on, by name.
std::map<std::string, std::string> values_of(const ResolvedScenario& scenario) {
  std::map<std::string, std::string> values;
  for (const auto& [path, origin] : scenario.provenance) {
    const bool a_table = path.rfind("tables.", 0) == 0;  // its rows count, not its name
    const bool a_default = path.rfind("run.", 0) == 0;
    if (!a_table && !a_default) values[path] = origin.canonical;
  }
  values["rows of the tables"] = hash_of_tables(scenario.scenario);
  for (const ResolvedScenario& partner : scenario.partners) {
    for (const auto& [path, value] : values_of(partner)) {
      values[partner.scenario.name + ": " + path] = value;
    }
  }
  if (const auto& recorded = scenario.scenario.tables.recorded) {
    values["recorded encounters"] = recorded->hash;
  }
  return values;
}

}  // namespace

const char* program_version() {
  return FIELDTWIN_VERSION;
}

StudyIdentity identity_of(const ResolvedScenario& resolved, std::uint64_t seed,
                          RecordLevel record) {
  TextHash hash;
  for (const auto& [path, value] : values_of(resolved)) hash.add(path, value);
  StudyIdentity identity;
  identity.version = program_version();
  identity.scenario = resolved.scenario.name;
  identity.scenario_hash = hash.hex();
  identity.seed = seed;
  const SimulatedPeriod& period = resolved.scenario.period;
  identity.start = date_text(period.start);
  identity.days = static_cast<std::uint64_t>(period.days.mean().value());
  identity.record = name_of(record);
  for (const auto& row : resolved.scenario.tables.states) identity.states.push_back(row.postal);
  return identity;
}

std::vector<std::string> differences(const ResolvedScenario& there, const ResolvedScenario& here) {
  const auto a = values_of(there), b = values_of(here);
  auto keys = a;
  keys.insert(b.begin(), b.end());
  const auto value = [](const auto& values, const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::string("nothing") : found->second;
  };
  std::vector<std::string> lines;
  for (const auto& [key, ignored] : keys) {
    const std::string x = value(a, key), y = value(b, key);
    if (x != y) lines.push_back(fmt::format("{}: {} there, {} here", key, x, y));
  }
  return lines;
}

}  // namespace fieldtwin

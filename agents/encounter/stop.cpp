#include "agents/encounter/stop.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "agents/system.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// Draws residents until one is old enough and accepted for their group (rejection sampling).
Person meet_somebody(const System& system, const Officer& officer, EncounterId id) {
  // A scenario in which hardly anybody can be stopped must not hang: after so many refusals the
  // group no longer matters, and where nobody is old enough not even age.
  constexpr std::uint16_t kMostByGroup = 1000;
  constexpr std::uint16_t kMost = 0xFFFF;
  const auto& rates = system.scenario.encounters.relative_rate;
  const double minimum_age = system.scenario.people.minimum_age.mean().value();
  double highest = 0.0;
  for (const auto& rate : rates) highest = std::max(highest, rate.mean().value());

  const PersonRange residents = system.population.residents(officer.state);
  for (std::uint16_t i = 0;; ++i) {
    const Person person = system.population.person(
        residents.at(system.draws.uniform(Decision::kStopPerson, id.value, i)));
    if (i == kMost) return person;
    if (person.age < minimum_age) continue;
    if (i >= kMostByGroup) return person;
    const double rate = rates[index_of(person.ethnicity)].mean().value();
    if (system.draws.uniform(Decision::kStopAccepted, id.value, i) * highest < rate) return person;
  }
}

}  // namespace

Stop stop_somebody(const System& system, const Officer& officer, EncounterId id, Seconds begins) {
  const auto& people = system.scenario.people;
  const Draws& draws = system.draws;
  const Person person = meet_somebody(system, officer, id);
  const std::size_t standing = index_of(person.standing());
  return {
      id,
      person,
      chance(draws, people.carries_id[standing], Decision::kPersonCarriesId, id.value)
          ? ShownId::kPhotoId
          : ShownId::kNone,
      chance(draws, people.carries_proof[standing], Decision::kPersonCarriesProof, id.value)
          ? ShownPapers::kProofOfStatus
          : ShownPapers::kNone,
      begins,
      system.scenario.encounters.stop_length.at(draws.uniform(Decision::kStopLength, id.value))};
}

Seconds latest_end(const Policy& policy, const Stop& stop) {
  return stop.began + std::max(stop.length, resolved(policy.stop_limit));
}

bool decides_to_scan(const System& system, const Stop& stop) {
  const auto& encounters = system.scenario.encounters;
  const auto& share =
      stop.shown_id == ShownId::kPhotoId ? encounters.scan_with_id : encounters.scan_without_id;
  return chance(system.draws, share, Decision::kScan, stop.id.value);
}

}  // namespace fieldtwin

#include "agents/encounter/stop.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "agents/system.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// Draws residents until one is old enough and accepted for their group (rejection sampling).
Person meet_somebody(const System& system, const Officer& officer, EncounterId id, Seconds begins,
                     const KnownPerson& known = {}) {
  // A scenario in which hardly anybody can be stopped must not hang: after so many refusals the
  // group no longer matters, and where nobody is old enough not even age.
  constexpr std::uint16_t kMostByGroup = 1000;
  constexpr std::uint16_t kMost = 0xFFFF;
  const Scenario& scenario = system.at(begins);
  const auto& rates = scenario.encounters.relative_rate;
  const double minimum_age = scenario.people.minimum_age.mean().value();
  double highest = 0.0;
  for (const auto& rate : rates) highest = std::max(highest, rate.mean().value());

  const PersonRange residents = system.population.residents(officer.state);
  for (std::uint16_t i = 0;; ++i) {
    const Person person = system.population.person(
        residents.at(system.draws.uniform(Decision::kStopPerson, id.value, i)), known);
    if (i == kMost) return person;
    if (person.age < minimum_age && !known.age) continue;
    if (i >= kMostByGroup || known.ethnicity) return person;
    const double rate = rates[index_of(person.ethnicity)].mean().value();
    if (system.draws.uniform(Decision::kStopAccepted, id.value, i) * highest < rate) return person;
  }
}

}  // namespace

Stop stop_somebody(const System& system, const Officer& officer, EncounterId id, Seconds begins) {
  const Scenario& scenario = system.at(begins);
  const auto& people = scenario.people;
  const Draws& draws = system.draws;
  const Person person = meet_somebody(system, officer, id, begins);
  const std::size_t standing = index_of(person.standing());
  return {id,
          person,
          chance(draws, people.carries_id[standing], Decision::kPersonCarriesId, id.value)
              ? ShownId::kPhotoId
              : ShownId::kNone,
          chance(draws, people.carries_proof[standing], Decision::kPersonCarriesProof, id.value)
              ? ShownPapers::kProofOfStatus
              : ShownPapers::kNone,
          begins,
          scenario.encounters.stop_length.at(draws.uniform(Decision::kStopLength, id.value)),
          {},
          preparation_of(scenario, draws, officer.id)};
}

Stop recorded_stop(const System& system, const Officer& officer, const RecordedStop& record,
                   Seconds begins) {
  const Scenario& scenario = system.at(begins);
  const auto& people = scenario.people;
  const EncounterId id{std::uint64_t{record.officer} << 24 | record.number};
  const Person person = record.person
                            ? system.population.person(PersonId{*record.person}, record.known)
                            : meet_somebody(system, officer, id, begins, record.known);
  const std::size_t standing = index_of(person.standing());
  const auto shows = [&](std::optional<bool> known, const auto& carries, Decision decision) {
    return known ? *known : chance(system.draws, carries[standing], decision, id.value);
  };
  const bool shows_id = shows(record.showed_id, people.carries_id, Decision::kPersonCarriesId);
  const bool shows_proof =
      shows(record.showed_proof, people.carries_proof, Decision::kPersonCarriesProof);
  const Seconds length = record.length ? *record.length
                                       : value_of(system.draws, scenario.encounters.stop_length,
                                                  Decision::kStopLength, id.value);
  return {id,
          person,
          shows_id ? ShownId::kPhotoId : ShownId::kNone,
          shows_proof ? ShownPapers::kProofOfStatus : ShownPapers::kNone,
          begins,
          length,
          record.bytes,
          preparation_of(scenario, system.draws, officer.id)};
}

void note_stop(System& system, const Officer& officer, const Stop& stop, Scanned scanned) {
  const Person& person = stop.person;
  RecordedStop note;
  note.recording = system.draws.replication();
  note.time = stop.began;
  note.state = officer.state;
  note.officer = officer.id;
  note.number = static_cast<std::uint32_t>(stop.id.value & (kMostStops - 1));
  note.area = officer.area;
  note.scanned = scanned == Scanned::kYes;
  note.length = stop.length;
  note.person = person.id.value;
  note.known = {person.ethnicity,
                person.sex,
                person.age,
                person.status,
                person.enrolment == Enrolment::kEnrolled,
                person.record.shows};
  note.showed_id = stop.shown_id == ShownId::kPhotoId;
  note.showed_proof = stop.papers == ShownPapers::kProofOfStatus;
  note.bytes = stop.photo_size;
  // A recording is of the scenario's own field: a replay generates the others' again.
  if (system.role == FieldRole::kOwn) system.journal.stop(note);
  if (scanned == Scanned::kYes) {
    system.journal.began(officer.system, stop.id.value);
  } else {
    system.journal.stop_without_scan(officer.system, officer.state, person.ethnicity);
  }
}

Seconds latest_end(const Policy& policy, const Stop& stop) {
  return stop.began + std::max(stop.length, resolved(policy.stop_limit));
}

bool decides_to_scan(const System& system, const Stop& stop) {
  const auto& encounters = system.at(stop.began).encounters;
  const auto& share =
      stop.shown_id == ShownId::kPhotoId ? encounters.scan_with_id : encounters.scan_without_id;
  return chance(system.draws, share, Decision::kScan, stop.id.value);
}

}  // namespace fieldtwin

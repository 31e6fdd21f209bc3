#include "metrics/attribution/harm_games.hpp"

#include <cmath>
#include <istream>
#include <ostream>

#include "metrics/amounts.hpp"

namespace fieldtwin {
namespace {

std::int64_t in_microseconds(Seconds time) {
  return std::llround(time.value() * 1e6);
}

}  // namespace

Harm harm_of(Status status, const HoldRecord* hold, Seconds prolonged_by) {
  Harm harm;
  if (hold != nullptr) {
    EncounterRecord record;
    record.status = status;
    record.hold = *hold;
    const auto flags = flags_of(wrongful_kinds(record));
    for (std::size_t kind = 0; kind < kWrongfulKinds; ++kind) {
      if (!flags[kind]) continue;
      harm.happened[kind] = true;
      harm.microseconds[kind] = in_microseconds(hold->length);
    }
  }
  if (prolonged_by > Seconds(0.0)) {
    harm.happened[kProlongedHarm] = true;
    harm.microseconds[kProlongedHarm] = in_microseconds(prolonged_by);
  }
  return harm;
}

void HarmGames::add(std::size_t coalition, const Harm& harm) {
  for (std::size_t kind = 0; kind < kHarmKinds; ++kind) {
    people[kind][coalition] += harm.happened[kind] ? 1 : 0;
    microseconds[kind][coalition] += harm.microseconds[kind];
  }
}

void HarmGames::add_to_all(const Harm& harm) {
  if (harm == Harm{}) return;
  for (std::size_t coalition = 0; coalition < kCoalitions; ++coalition) add(coalition, harm);
}

HarmGames& HarmGames::operator+=(const HarmGames& other) {
  for (std::size_t kind = 0; kind < kHarmKinds; ++kind) {
    for (std::size_t coalition = 0; coalition < kCoalitions; ++coalition) {
      people[kind][coalition] += other.people[kind][coalition];
      microseconds[kind][coalition] += other.microseconds[kind][coalition];
    }
  }
  return *this;
}

void write_games(const HarmGames& games, std::ostream& out) {
  for (const auto* measure : {&games.people, &games.microseconds}) {
    for (const auto& game : *measure) {
      for (const std::int64_t worth : game) out << worth << '\n';
    }
  }
}

bool read_games(std::istream& in, HarmGames& games) {
  for (auto* measure : {&games.people, &games.microseconds}) {
    for (auto& game : *measure) {
      for (std::int64_t& worth : game) in >> worth;
    }
  }
  return static_cast<bool>(in);
}

}  // namespace fieldtwin

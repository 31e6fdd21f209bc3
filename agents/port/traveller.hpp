#pragma once
/// A traveller, as they truly are: a pure function of the scenario, the draws and a number.

#include <cstdint>

#include "agents/population.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Names a traveller's crossing; apart from the numbers of encounters, whose draws it shares.
struct CrossingId {
  std::uint64_t value;
};
/// Of the traveller so-and-so at a gate (flights, then checkpoints).
constexpr CrossingId crossing_id(std::uint32_t gate, std::uint32_t traveller) {
  return {std::uint64_t{1} << 63 | std::uint64_t{gate} << 24 | traveller};
}

struct Traveller {
  CrossingId id;
  Person person;     //!< enrolled: has a photo in the gallery that is made from the manifest
  bool impostor;     //!< travels with another's documents
  double photo_age;  //!< of the photo in the gallery, if there is one [years]
  bool opts_out;
};

/// A resident of the port's state with a status drawn by `port.status_weight`. They are in the
/// gallery if they are on the manifest and the government holds a photo of them; an impostor is
/// not. `too_late`: the share of travellers who are missing from the manifest because it was read
/// before they were on it. Each traveller's place among the late ones is drawn once, so that a
/// larger share has the travellers of a smaller one.
Traveller traveller_of(const PortParameters& parameters, const Population& population,
                       const Draws& draws, std::uint16_t state, CrossingId id,
                       Probability too_late);

}  // namespace fieldtwin

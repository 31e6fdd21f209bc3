#include "agents/port/traveller.hpp"

#include <numeric>

#include "agents/chance.hpp"

namespace fieldtwin {
namespace {

Status status_at(const std::array<Varying<Count>, kStatuses>& weights, double u) {
  double total = 0.0;
  for (const auto& weight : weights) total += weight.mean().value();
  double left = u * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < kStatuses; ++i) {
    const double weight = weights[i].mean().value();
    if (weight <= 0.0) continue;
    if (left < weight) return static_cast<Status>(i);
    left -= weight;
    last = i;
  }
  return static_cast<Status>(last);
}

}  // namespace

Traveller traveller_of(const PortParameters& parameters, const Population& population,
                       const Draws& draws, std::uint16_t state, CrossingId id,
                       Probability too_late) {
  const std::uint64_t entity = id.value;
  const PortManifest& lists = parameters.manifest;
  const Status status =
      status_at(parameters.status_weight, draws.uniform(Decision::kPortStatus, entity));
  const std::size_t standing = index_of(standing_of(status));
  const bool impostor = chance(draws, parameters.impostors, Decision::kPortImpostor, entity);
  const bool left_out = chance(draws, lists.missing, Decision::kPortManifest, entity) ||
                        draws.uniform(Decision::kPortStaleMissing, entity) < too_late.value();
  const bool no_photo = chance(draws, lists.no_photo[standing], Decision::kPortNoPhoto, entity);
  KnownPerson known;
  known.status = status;
  known.enrolled = !impostor && !left_out && !no_photo;
  const PersonId person =
      population.residents(state).at(draws.uniform(Decision::kPortPerson, entity));
  const auto& opt_out = standing_of(status) == Standing::kCitizen ? parameters.opt_out_citizens
                                                                  : parameters.opt_out_others;
  return {id, population.person(person, known), impostor,
          value_of(draws, lists.photo_age[standing], Decision::kPortPhotoAge, entity).value(),
          chance(draws, opt_out, Decision::kPortOptOut, entity)};
}

}  // namespace fieldtwin

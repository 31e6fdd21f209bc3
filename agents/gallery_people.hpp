#pragma once
/// Who is in the gallery where faces are compared.

#include <vector>

#include "agents/population.hpp"
#include "matcher/synthetic/person/face_person.hpp"

namespace fieldtwin {

/// As many different residents as the gallery holds people, drawn from all of them by who is
/// enrolled: the same in every replication, and a smaller gallery is the beginning of a larger one.
/// Where hardly anybody is enrolled the rest are not. `draws` must be those across replications.
std::vector<FacePerson> gallery_people(const Population& population, std::size_t people,
                                       const Draws& draws);

}  // namespace fieldtwin

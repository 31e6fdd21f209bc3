#include "agents/gallery_people.hpp"

#include <unordered_set>

namespace fieldtwin {

std::vector<FacePerson> gallery_people(const Population& population, std::size_t people,
                                       const Draws& draws) {
  constexpr std::uint16_t kTries = 1000;
  constexpr std::uint64_t kTried = 1ULL << 40;  // apart from the persons' own draws of the decision
  const PersonRange everybody{{0}, population.size()};
  std::unordered_set<std::uint64_t> chosen;
  std::vector<FacePerson> out;
  out.reserve(people);
  for (std::uint64_t entry = 0; out.size() < people && out.size() < everybody.size; ++entry) {
    Person person{};
    for (std::uint16_t i = 0; i < kTries; ++i) {
      person = population.person(
          everybody.at(draws.uniform(Decision::kGalleryEntry, kTried + entry, i)));
      if (person.enrolment == Enrolment::kEnrolled) break;
    }
    if (!chosen.insert(person.id.value).second) continue;
    out.push_back({person.id.value, person.ethnicity, person.sex, person.age});
  }
  return out;
}

}  // namespace fieldtwin

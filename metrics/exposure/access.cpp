#include "metrics/exposure/access.hpp"

#include <numeric>

namespace fieldtwin {

double Access::all() const {
  return std::accumulate(people.begin(), people.end(), 0.0);
}

double Access::reaching(Holder place) const {
  switch (place) {
    case Holder::kService:
      return of(Role::kAdministrators) + of(Role::kContractors);
    case Holder::kStore:
      return of(Role::kDesk) + of(Role::kStoreUsers);
    case Holder::kIdentHart:
    case Holder::kTecs:
    case Holder::kSeacats:
      return users_of_a_system;
    case Holder::kStateAgency:
      return of(Role::kStateUsers);
    case Holder::kDevice:
    case Holder::kLog:
      break;
  }
  return 0.0;
}

Access access_of(const Exposure& exposure, const Storage& storage, double officers, double agents) {
  const auto others = [&](OtherRole role) {
    return exposure.people[index_of(role)].mean().value();
  };
  double systems = 0.0, agencies = 0.0;
  for (std::size_t i = 0; i < kCopySystems; ++i) {
    if (storage.copies.mean().value() * exposure.copy_weight[i].mean().value() == 0.0) continue;
    (copy_system(i) == Holder::kStateAgency ? agencies : systems) += 1.0;
  }
  Access access;
  access.users_of_a_system = others(OtherRole::kSystemUsers);
  access.people = {officers,
                   agents,
                   storage.people_with_access.mean().value(),
                   others(OtherRole::kAdministrators),
                   others(OtherRole::kContractors),
                   systems * access.users_of_a_system,
                   agencies * others(OtherRole::kStateUsers)};
  return access;
}

}  // namespace fieldtwin

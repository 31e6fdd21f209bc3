#pragma once
/// Who can see what is kept.

#include <array>

#include "scenarios/scenario.hpp"

namespace fieldtwin {

enum class Role : std::uint8_t {
  kOfficers,        //!< with the app
  kDesk,            //!< agents of the ICE desk
  kStoreUsers,      //!< of the federal store: storage.people_with_access
  kAdministrators,  //!< of the matching service
  kContractors,     //!< who maintain it
  kSystemUsers,     //!< of the federal systems with copies, together
  kStateUsers,      //!< of the agencies' own files, if they have copies
};
inline constexpr std::size_t kRoles = 7;
inline constexpr std::array<std::string_view, kRoles> kRoleNames{
    "officers",    "desk",         "store_users", "administrators",
    "contractors", "system_users", "state_users"};

/// People with access when the horizon begins; they grow like a flow, year by year.
struct Access {
  std::array<double, kRoles> people{};
  double users_of_a_system = 0.0;  //!< with copies

  double of(Role role) const { return people[index_of(role)]; }
  double all() const;
  /// Those who can reach all photos of a place. Officers see answers, and nobody reaches the log's
  /// photos, because it has none.
  double reaching(Holder place) const;
};
Access access_of(const Exposure& exposure, const Storage& storage, double officers, double agents);

}  // namespace fieldtwin

#pragma once
/// The jails with a 287(g) agreement.

#include <vector>

#include "agents/officer.hpp"
#include "agents/programme.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// The facilities by state when the period starts: one for each agreement of the models that
/// `jail.model` names, in the states kept. An agreement is in force from the month after the one in
/// which it was signed. `StatePresence::officers` counts facilities.
std::vector<StatePresence> facilities_by_state(const Scenario& scenario);

/// A booking desk. It is an officer to the rest of the model: its number names its bookings.
struct Facility {
  Officer desk;
  JailModel model;  //!< the agreement's: never both
};

/// Those of the roster, in its order: in each state first those of the Jail Enforcement Model.
std::vector<Facility> facilities_of(const Scenario& scenario, const Roster& roster);

}  // namespace fieldtwin

#pragma once
/// Several systems in one world: a scenario and its partners.

#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// A partner as it is in the world of a scenario, its host. What there is once in the world is the
/// host's: the period, the states and who lives there, the records of them, the service's servers,
/// the ICE desk, and the capacity and fidelity of the network. All that belongs to the field stays
/// the partner's: officers, encounters, who carries which papers, devices, sign-in, capture, the
/// radio as its devices have it, the gallery that it asks for and the matcher's setting, policy,
/// custody, storage, and what the errors of its own mechanisms are.
///
/// From the time of each change of either on, the partner's epoch has both.
Scenario aligned(const Scenario& partner, const Scenario& host);

}  // namespace fieldtwin

#pragma once
/// The faults that leave a part of the system with less than it has.

#include <string_view>
#include <vector>

#include "agents/backend.hpp"
#include "agents/officer.hpp"
#include "network/faults.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// What is left of the identity provider of a field, with its outages by chance: each has its own.
Backend login_backend(const Scenario& scenario, const Draws& draws, std::size_t field);

/// What is left of the whole matching service, with its outages by chance.
Backend service_backend(const Scenario& scenario, const Draws& draws);

/// What is left of the desk's agents.
std::vector<ShareStep> desk_shortages(const Scenario& scenario);

/// What is left of the cells: 2 i and 2 i + 1 are those of the i-th of the states.
std::vector<CellFault> cell_faults(const Scenario& scenario,
                                   const std::vector<std::size_t>& states);

/// The devices that carriers leave without a network. Which carrier a device is on is drawn once;
/// all carrier faults take their share from the same end, so that two of the same share hit the
/// same devices.
std::vector<DeviceFault> carrier_faults(const Scenario& scenario,
                                        const std::vector<const Roster*>& rosters,
                                        const Draws& draws);

/// How many times as long as usual a search of the gallery takes.
double search_stretch(const Scenario& scenario, Seconds time);

}  // namespace fieldtwin

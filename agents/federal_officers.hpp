#pragma once
/// Where the federal officers with the app are.

#include <vector>

#include "agents/programme.hpp"

namespace fieldtwin {

/// The federal officers (`programme.officers_trained`) by state. No figures by state are published:
/// they are split in proportion to the foreign-born residents of the states kept by
/// `programme.states`, and rounded to whole officers by largest remainder. No agreement is needed.
std::vector<StatePresence> federal_officers(const Scenario& scenario);

}  // namespace fieldtwin

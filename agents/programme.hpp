#pragma once
/// Where the officers of the 287(g) Task Force Model are.

#include <cstdint>
#include <vector>

#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// The programme in one state.
struct StatePresence {
  std::size_t state;       //!< index in the table of states
  std::uint32_t officers;  //!< trained
  double agreements;       //!< Task Force Model agreements in force
};

/// The trained officers by state when the period starts, in the order of the table of states;
/// states without a Task Force Model agreement in force are left out. An agreement is in force from
/// the month after the one in which it was signed.
///
/// No figures by state are published: the split blends the state's share of the agreements and,
/// with weight `programme.sworn_weight`, its share of the sworn strength of the agencies that have
/// one, and is rounded to whole officers by largest remainder, so that the sum is exact. With
/// `programme.states`, all the officers are in those states, in the same proportions.
///
/// Throws std::invalid_argument if a table names a state that the table of states lacks, or if
/// there are officers and no state to put them in.
std::vector<StatePresence> officers_by_state(const Scenario& scenario);

/// Officers who are trained in the course of the period.
struct Intake {
  Date from;
  std::vector<StatePresence> officers;
};

/// The intakes of the period, in the order of their dates; none without growth. With growth by
/// agreements the officers are, from each month on, as many more than at the start as there are
/// more agreements in force, in the states kept; the new ones are in the states whose agreements
/// are new, in proportion to their number. Waves come on the dates of their table, if these are
/// after the period's first day; doubling on the first day of each month. Their officers are spread
/// as officers_by_state spreads those of that day.
std::vector<Intake> intakes(const Scenario& scenario);

}  // namespace fieldtwin

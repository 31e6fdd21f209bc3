#pragma once
/// Who among a state's residents is foreign-born.

#include <array>

#include "scenarios/groups.hpp"

namespace fieldtwin {

/// P(foreign-born | group) in a state, from the state's share and the groups' relative odds:
///
///     p_e = k odds_e / (1 + k odds_e),   with k such that  sum_e share_e p_e = foreign_born.
///
/// Odds rather than risk ratios keep every p_e a probability, whatever the state's share.
/// `ethnicity` are shares that sum to 1, `odds` are at least 0.
/// Throws std::invalid_argument if no k gives the share (the groups with positive odds are fewer
/// than the foreign-born).
std::array<double, kEthnicities> foreign_born_by_group(
    const std::array<double, kEthnicities>& ethnicity, const std::array<double, kEthnicities>& odds,
    double foreign_born);

}  // namespace fieldtwin

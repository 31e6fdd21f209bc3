#pragma once
/// Who is searched for, and how the groups differ in false matches.

#include <array>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// A number for each group by ethnicity and sex.
using ByGroup = std::array<std::array<double, 2>, kEthnicities>;

/// How often each group is searched for: weights that need not sum to 1, not all zero.
struct ProbeMix {
  ByGroup weight;
};

/// The false-match factor of each group: the factors of sex and ethnicity multiplied, and scaled so
/// that the mean over the searches of `mix` is 1. A factor thus moves errors between groups and
/// leaves the average rate of one comparison where it was (and the average FPIR while it is small;
/// a large one saturates in the groups with high factors, so that its average falls). Throws
/// std::invalid_argument if the mix has no positive total.
ByGroup false_match_factors(Count female_factor,
                            const std::array<Count, kEthnicities>& ethnicity_factor,
                            const ProbeMix& mix);

}  // namespace fieldtwin

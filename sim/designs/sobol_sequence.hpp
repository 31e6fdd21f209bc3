#pragma once
/// The Sobol sequence: points that fill the unit cube evenly however many there are.

#include <cstdint>
#include <vector>

#include "sim/designs/unit_points.hpp"

namespace fieldtwin {

/// Factors that a sequence can have at most.
inline constexpr std::size_t kMostSobolFactors = 3667;

/// The first `rows` points of a scrambled Sobol sequence, with the direction numbers of S. Joe &
/// F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci.
/// Comput. 30 (2008) 2635-2654, from its first point (the origin) on, so that 2^m points are a net:
/// every factor has one point in each of the strata [i/2^m, (i+1)/2^m).
///
/// Scrambled digit by digit, each flipped or not by a draw that depends on the digits before it,
/// which makes every point uniform in the open cube and keeps the net: A. B. Owen, "Randomly
/// permuted (t,m,s)-nets and (t,s)-sequences" (1995), in: Monte Carlo and Quasi-Monte Carlo Methods
/// in Scientific Computing, Springer LNS 106, 299-317.
///
/// A pure function of its arguments; a longer sequence begins with a shorter one. Factors are named
/// by the entities of their draws, all different. std::invalid_argument for too many of them.
UnitPoints sobol_sequence(std::uint32_t rows, const std::vector<std::uint64_t>& factors,
                          std::uint64_t seed);

}  // namespace fieldtwin

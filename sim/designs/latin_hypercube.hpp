#pragma once
/// Latin hypercubes: n points that cover the range of each factor evenly.

#include <cstdint>
#include <vector>

#include "sim/designs/unit_points.hpp"

namespace fieldtwin {

/// `rows` points: for each factor one point lies in each of the strata [i/rows, (i+1)/rows), at a
/// place of its own, and the strata of different factors are paired at random. Every point is
/// uniform in the open unit cube, so a mean over the points estimates the mean over the cube.
///
/// A factor is named by the entity of its draws (for a parameter, parameter_entity(path)). A pure
/// function: equal arguments give equal points, and adding a factor moves no other's coordinates.
/// Another number of rows is another design: points cannot be added later.
///
/// Source: M. D. McKay, R. J. Beckman, W. J. Conover, "A comparison of three methods for selecting
/// values of input variables in the analysis of output from a computer code", Technometrics 21
/// (1979) 239-245.
UnitPoints latin_hypercube(std::uint32_t rows, const std::vector<std::uint64_t>& factors,
                           std::uint64_t seed);

}  // namespace fieldtwin

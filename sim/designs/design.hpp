#pragma once
/// Which points a study of many worlds simulates.

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/designs/factor.hpp"
#include "sim/designs/unit_points.hpp"

namespace fieldtwin {

/// All combinations of the levels of each factor; the last factor runs fastest.
struct GridDesign {
  std::vector<std::size_t> levels;  //!< by factor
};
/// Random, with every factor's range covered evenly: latin_hypercube.
struct LatinHypercubeDesign {
  std::uint32_t points;
};
/// Evenly filling, and extendable: sobol_sequence.
struct SobolSequenceDesign {
  std::uint32_t points;
};
/// One factor at a time, for screening: morris_trajectories.
struct MorrisDesign {
  std::uint32_t trajectories;
  std::uint32_t levels = 4;
};
/// For variance shares: blocks of factors + 2 points, one for each row of a Sobol sequence of twice
/// as many factors. The first half of the row is point A, the second half point B, and for each
/// factor there is A with this one coordinate of B. A block lists A, B, then the factors' in order.
///
/// Source: A. Saltelli et al., "Variance based sensitivity analysis of model output", Computer
/// Physics Communications 181 (2010) 259-270.
struct SaltelliDesign {
  std::uint32_t blocks;
};

using Design = std::variant<GridDesign, LatinHypercubeDesign, SobolSequenceDesign, MorrisDesign,
                            SaltelliDesign>;

/// As a study file names it: grid, latin-hypercube, sobol, morris, saltelli.
std::string_view name_of(const Design& design);

/// Whether a larger design of the kind begins with the points of a smaller one, so that points can
/// be added to a study: not so for grid and latin-hypercube.
bool is_extendable(const Design& design);

/// The design's points, in order: a pure function of its arguments.
UnitPoints points_of(const Design& design, const std::vector<Factor>& factors, std::uint64_t seed);

}  // namespace fieldtwin

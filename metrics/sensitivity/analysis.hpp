#pragma once
/// What a design tells about one metric.

#include <optional>
#include <vector>

#include "metrics/sensitivity/elementary_effects.hpp"
#include "metrics/sensitivity/main_effect.hpp"
#include "metrics/sensitivity/sobol_indices.hpp"
#include "metrics/sensitivity/variance_parts.hpp"
#include "sim/designs/design.hpp"

namespace fieldtwin {

/// One level of a main effect: the part of the factor's places that it stands for.
struct PlaceRange {
  double low, high;  //!< equal for a level of a grid
};

/// What is known of one factor, as far as the design tells.
struct FactorAnalysis {
  std::vector<PlaceRange> places;            //!< of the main effect's levels
  std::optional<MainEffect> main;            //!< grid, latin-hypercube, sobol, saltelli
  std::optional<ElementaryEffects> effects;  //!< morris
  std::optional<SobolIndex> index;           //!< saltelli
};

struct Analysis {
  VarianceParts variance;
  std::vector<FactorAnalysis> factors;  //!< in the order of the design's
};

/// The analysis that goes with the design. `responses` are those of points_of(design, factors,
/// seed), in its order: of any function of the points, simulated or not. Nothing for fewer than two
/// points.
///
/// Main effects of drawn points are over equal shares of a factor's places, as many as the square
/// root of the number of points, at most ten; a list has one for each entry. For saltelli they are
/// those of the points A and B.
std::optional<Analysis> analyse(const Design& design, const std::vector<Factor>& factors,
                                std::uint64_t seed, const Responses& responses);

}  // namespace fieldtwin

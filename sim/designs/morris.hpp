#pragma once
/// Morris trajectories: one factor moves at a time.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fieldtwin {

/// Each trajectory is a walk over the levels of the factors: factors + 1 points, each differing
/// from the one before it in one factor, by half of the levels; every factor moves once.
struct Trajectories {
  std::uint32_t levels;                         //!< of each factor: 0 to levels - 1
  std::vector<std::vector<std::size_t>> rows;   //!< [trajectory * (factors + 1) + step][factor]
  std::vector<std::vector<std::size_t>> moved;  //!< [trajectory][step]: the factor that moves then

  /// By how much a factor moves, as a share of the way from its lowest to its highest level:
  /// levels / (2 (levels - 1)).
  double step() const { return levels / (2.0 * (levels - 1.0)); }
};

/// Trajectories whose starts, orders and directions are drawn. With an even number of levels every
/// level is as likely as any other: std::invalid_argument for an odd one, or none.
///
/// A pure function of its arguments; more trajectories begin with the fewer. Factors are named by
/// the entities of their draws.
///
/// Source: M. D. Morris, "Factorial sampling plans for preliminary computational experiments",
/// Technometrics 33 (1991) 161-174.
Trajectories morris_trajectories(std::uint32_t trajectories, std::uint32_t levels,
                                 const std::vector<std::uint64_t>& factors, std::uint64_t seed);

}  // namespace fieldtwin

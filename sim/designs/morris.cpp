#include "sim/designs/morris.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "sim/random/draws.hpp"

namespace fieldtwin {
namespace {

/// The factors in the order in which a trajectory moves them: sorted by a number drawn for each.
std::vector<std::size_t> order_of(const Draws& draws, const std::vector<std::uint64_t>& factors) {
  std::vector<std::pair<double, std::size_t>> drawn;
  for (std::size_t j = 0; j < factors.size(); ++j) {
    drawn.emplace_back(draws.uniform(Decision::kTrajectoryOrder, factors[j]), j);
  }
  std::ranges::sort(drawn);
  std::vector<std::size_t> order;
  for (const auto& [draw, factor] : drawn) order.push_back(factor);
  return order;
}

/// Where a factor starts, and where it moves to: half of the levels up or down.
std::pair<std::size_t, std::size_t> move_of(const Draws& draws, std::uint64_t factor,
                                            std::uint32_t levels) {
  const std::uint32_t half = levels / 2;
  const double place = draws.uniform(Decision::kTrajectoryStart, factor);
  const std::size_t low = std::min(half - 1, static_cast<std::uint32_t>(place * half));
  const bool up = draws.uniform(Decision::kTrajectoryDirection, factor) < 0.5;
  return up ? std::pair{low, low + half} : std::pair{low + half, low};
}

}  // namespace

Trajectories morris_trajectories(std::uint32_t trajectories, std::uint32_t levels,
                                 const std::vector<std::uint64_t>& factors, std::uint64_t seed) {
  if (levels == 0 || levels % 2 == 1) {
    throw std::invalid_argument("Morris trajectories need an even number of levels");
  }
  Trajectories result{levels, {}, {}};
  for (std::uint32_t t = 0; t < trajectories; ++t) {
    const Draws draws(seed, t);
    std::vector<std::size_t> point, target;
    for (const std::uint64_t factor : factors) {
      const auto [start, end] = move_of(draws, factor, levels);
      point.push_back(start);
      target.push_back(end);
    }
    result.moved.push_back(order_of(draws, factors));
    result.rows.push_back(point);
    for (const std::size_t factor : result.moved.back()) {
      point[factor] = target[factor];
      result.rows.push_back(point);
    }
  }
  return result;
}

}  // namespace fieldtwin

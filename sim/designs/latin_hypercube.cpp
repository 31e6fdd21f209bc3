#include "sim/designs/latin_hypercube.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "sim/random/draws.hpp"

namespace fieldtwin {
namespace {

/// The rows in a random order: sorted by a number drawn for each.
std::vector<std::uint32_t> shuffled(std::uint32_t rows, std::uint64_t factor, std::uint64_t seed) {
  std::vector<std::pair<double, std::uint32_t>> drawn(rows);
  for (std::uint32_t row = 0; row < rows; ++row) {
    drawn[row] = {Draws(seed, row).uniform(Decision::kDesignOrder, factor), row};
  }
  std::ranges::sort(drawn);
  std::vector<std::uint32_t> order(rows);
  std::ranges::transform(drawn, order.begin(), &std::pair<double, std::uint32_t>::second);
  return order;
}

/// `stratum + place` may be rounded up to the next stratum: it is kept below.
double within(std::uint32_t stratum, double place, std::uint32_t strata) {
  const double next = stratum + 1.0;
  return std::min(stratum + place, std::nextafter(next, 0.0)) / strata;
}

}  // namespace

UnitPoints latin_hypercube(std::uint32_t rows, const std::vector<std::uint64_t>& factors,
                           std::uint64_t seed) {
  UnitPoints points(rows, std::vector<double>(factors.size()));
  for (std::size_t j = 0; j < factors.size(); ++j) {
    const std::vector<std::uint32_t> strata = shuffled(rows, factors[j], seed);
    for (std::uint32_t row = 0; row < rows; ++row) {
      const double place = Draws(seed, row).uniform(Decision::kDesignPlace, factors[j]);
      points[row][j] = within(strata[row], place, rows);
    }
  }
  return points;
}

}  // namespace fieldtwin

#include "sim/designs/sobol_sequence.hpp"

#include <boost/random/sobol.hpp>
#include <cstddef>
#include <stdexcept>

#include "sim/random/draws.hpp"

namespace fieldtwin {
namespace {

constexpr unsigned kDigits = 32;
using Sequence = boost::random::sobol_engine<std::uint32_t, kDigits>;

/// Owen's nested scrambling of one coordinate, most significant digit first.
std::uint32_t scrambled(std::uint32_t digits, std::uint64_t factor, std::uint64_t seed) {
  std::uint32_t result = 0;
  for (unsigned place = 0; place < kDigits; ++place) {
    const std::uint32_t before = place == 0 ? 0 : digits >> (kDigits - place);
    const double draw =
        Draws(seed, before)
            .uniform(Decision::kDesignScramble, factor, static_cast<std::uint16_t>(place));
    const std::uint32_t digit = digits >> (kDigits - 1 - place) & 1u;
    result = result << 1 | (draw < 0.5 ? digit : digit ^ 1u);
  }
  return result;
}

/// The middle of the interval of 2^-32 that the digits name.
double in_unit_interval(std::uint32_t digits) {
  return (static_cast<double>(digits) + 0.5) * 0x1p-32;
}

}  // namespace

UnitPoints sobol_sequence(std::uint32_t rows, const std::vector<std::uint64_t>& factors,
                          std::uint64_t seed) {
  if (factors.size() > kMostSobolFactors) {
    throw std::invalid_argument("the Sobol sequence has at most 3667 factors");
  }
  UnitPoints points(rows, std::vector<double>(factors.size()));
  if (factors.empty()) return points;
  Sequence sequence(factors.size());
  for (std::uint32_t row = 0; row < rows; ++row) {
    for (std::size_t j = 0; j < factors.size(); ++j) {
      const std::uint32_t digits = row == 0 ? 0u : sequence();  // Boost leaves out the origin
      points[row][j] = in_unit_interval(scrambled(digits, factors[j], seed));
    }
  }
  return points;
}

}  // namespace fieldtwin

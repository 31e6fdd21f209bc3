#pragma once
/// Functions whose sensitivities are published, run through the same design and analysis as a
/// scenario.

#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>
#include <string>
#include <vector>

#include "metrics/sensitivity/analysis.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// T. Ishigami & T. Homma (1990), with the usual constants; each x in [-pi, pi].
inline double ishigami(const std::vector<double>& x) {
  return std::sin(x[0]) + 7.0 * std::pow(std::sin(x[1]), 2.0) +
         0.1 * std::pow(x[2], 4.0) * std::sin(x[0]);
}

/// I. M. Sobol's g function; each x in [0, 1]. The smaller a, the more x matters.
inline double sobol_g(const std::vector<double>& x, const std::vector<double>& a) {
  double product = 1.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    product *= (std::abs(4.0 * x[i] - 2.0) + a[i]) / (1.0 + a[i]);
  }
  return product;
}

inline std::vector<Factor> ranges(std::size_t n, double low, double high) {
  std::vector<Factor> factors;
  for (std::size_t i = 0; i < n; ++i) {
    factors.push_back({"x" + std::to_string(i + 1), FactorRange{low, high}});
  }
  return factors;
}

inline const std::vector<Factor> kIshigamiFactors = ranges(3, -std::numbers::pi, std::numbers::pi);

/// The function at each point of the design, in `replications` worlds of which each adds luck of
/// its own, normal with the deviation `noise`.
inline Responses evaluate(const Design& design, const std::vector<Factor>& factors,
                          std::uint64_t seed,
                          const std::function<double(const std::vector<double>&)>& function,
                          std::size_t replications = 1, double noise = 0.0) {
  Responses responses;
  for (const auto& point : points_of(design, factors, seed)) {
    std::vector<double> x;
    for (std::size_t j = 0; j < factors.size(); ++j) x.push_back(value_at(factors[j], point[j]));
    std::vector<double> values(replications, function(x));
    for (std::size_t r = 0; r < replications && noise > 0.0; ++r) {
      const Draws draws(seed, static_cast<std::uint32_t>(r));
      values[r] += noise * normal_quantile(draws.uniform(Decision::kTest, responses.size()));
    }
    responses.push_back(std::move(values));
  }
  return responses;
}

}  // namespace fieldtwin

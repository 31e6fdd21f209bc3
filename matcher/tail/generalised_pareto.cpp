#include "matcher/tail/generalised_pareto.hpp"

#include <cmath>

namespace fieldtwin {
namespace {

/// Below this a shape is as good as none, and the formulas with it lose their digits.
constexpr double kNoShape = 1e-9;

}  // namespace

double GeneralisedPareto::survival(double excess) const {
  if (std::abs(shape) < kNoShape) return std::exp(-excess / scale);
  const double base = 1.0 + shape * excess / scale;
  return base > 0.0 ? std::pow(base, -1.0 / shape) : 0.0;
}

double GeneralisedPareto::quantile(double u) const {
  if (std::abs(shape) < kNoShape) return -scale * std::log1p(-u);
  return scale * std::expm1(-shape * std::log1p(-u)) / shape;
}

std::optional<GeneralisedPareto> fit_generalised_pareto(std::span<const double> sorted) {
  const auto n = static_cast<double>(sorted.size());
  if (sorted.size() < 2 || sorted.front() == sorted.back()) return std::nullopt;
  double a0 = 0.0, a1 = 0.0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    a0 += sorted[i] / n;
    a1 += sorted[i] / n * (n - 1.0 - static_cast<double>(i)) / (n - 1.0);
  }
  const double spread = a0 - 2.0 * a1;
  if (!(spread > 0.0) || !(a1 > 0.0)) return std::nullopt;
  return GeneralisedPareto{2.0 * a0 * a1 / spread, 2.0 - a0 / spread};
}

}  // namespace fieldtwin

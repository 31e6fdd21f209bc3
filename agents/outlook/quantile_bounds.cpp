#include "agents/outlook/quantile_bounds.hpp"

#include <variant>

namespace fieldtwin {

QuantileBounds::QuantileBounds(const Distribution& distribution) : distribution_(distribution) {
  if (std::holds_alternative<Mixture>(distribution.shape())) return;
  at_.push_back(distribution.min());
  for (std::size_t i = 1; i < kCells; ++i) {
    at_.push_back(distribution.quantile(static_cast<double>(i) / kCells));
  }
  at_.push_back(distribution.max());
}

bool QuantileBounds::at_most(double u, double bound) const {
  if (!at_.empty()) {
    const auto cell = static_cast<std::size_t>(u * kCells);
    if (at_[cell + 1] <= bound) return true;
    if (at_[cell] > bound) return false;
  }
  return distribution_.quantile(u) <= bound;
}

}  // namespace fieldtwin

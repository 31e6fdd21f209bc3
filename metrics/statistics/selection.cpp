#include "metrics/statistics/selection.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace fieldtwin {
namespace {

/// h^2 S^2 / d^2: from so many replications on, the half-width is zero.
double reach(const PairVariance& pair, double eta, double indifference) {
  return 2.0 * eta * pair.degrees_of_freedom * pair.variance / (indifference * indifference);
}

}  // namespace

double selection_eta(std::size_t systems, double confidence, double degrees_of_freedom) {
  if (systems < 2 || !(degrees_of_freedom >= 1.0) || !(confidence > 0.0 && confidence < 1.0)) {
    throw std::invalid_argument(
        "a selection needs two systems, a degree of freedom and a confidence between 0 and 1");
  }
  const double error = (1.0 - confidence) / static_cast<double>(systems - 1);
  return std::expm1(-2.0 / degrees_of_freedom * std::log(2.0 * error)) / 2.0;
}

double screening_half_width(const PairVariance& pair, double eta, double indifference,
                            std::size_t n) {
  const double lead = reach(pair, eta, indifference) - static_cast<double>(n);
  return std::max(0.0, indifference * lead / (2.0 * static_cast<double>(n)));
}

SequentialSelection::SequentialSelection(std::size_t systems, double confidence,
                                         double indifference, const Pairs& pairs)
    : systems_(systems), indifference_(indifference), remaining_(systems) {
  if (systems < 2 || !(indifference > 0.0) || !std::isfinite(indifference)) {
    throw std::invalid_argument("a selection needs two systems and a positive indifference");
  }
  std::iota(remaining_.begin(), remaining_.end(), std::size_t{0});
  pairs_.resize(systems * systems);
  for (std::size_t i = 0; i < systems; ++i) {
    for (std::size_t l = i + 1; l < systems; ++l) {
      const PairVariance variance = pairs(i, l);
      pairs_[i * systems + l] = {variance,
                                 selection_eta(systems, confidence, variance.degrees_of_freedom)};
    }
  }
}

const SequentialSelection::Pair& SequentialSelection::pair(std::size_t i, std::size_t l) const {
  return pairs_[std::min(i, l) * systems_ + std::max(i, l)];
}

double SequentialSelection::half_width(std::size_t i, std::size_t l, std::size_t n) const {
  return screening_half_width(pair(i, l).variance, pair(i, l).eta, indifference_, n);
}

std::optional<std::size_t> SequentialSelection::driven_out_by(
    std::size_t i, std::size_t n, std::span<const double> means,
    const std::function<bool(std::size_t)>& may) const {
  std::optional<std::size_t> best;
  for (const std::size_t l : remaining_) {
    if (l == i || (may && !may(l)) || means[i] >= means[l] - half_width(i, l, n)) continue;
    if (!best || means[l] > means[*best]) best = l;
  }
  return best;
}

void SequentialSelection::screen(std::size_t n, std::span<const double> means,
                                 const std::function<bool(std::size_t)>& may_eliminate) {
  std::vector<std::size_t> survivors;
  for (const std::size_t i : remaining_) {
    if (const auto by = driven_out_by(i, n, means, may_eliminate)) {
      eliminations_.push_back({i, *by, n});
    } else {
      survivors.push_back(i);
    }
  }
  remaining_ = std::move(survivors);
}

void SequentialSelection::withdraw(std::size_t system) {
  std::erase(remaining_, system);
}

bool SequentialSelection::is_over(std::size_t n) const {
  for (std::size_t a = 0; a < remaining_.size(); ++a) {
    for (std::size_t b = a + 1; b < remaining_.size(); ++b) {
      if (half_width(remaining_[a], remaining_[b], n) > 0.0) return false;
    }
  }
  return true;
}

std::size_t SequentialSelection::most() const {
  double most = 0.0;
  for (const std::size_t i : remaining_) {
    for (const std::size_t l : remaining_) {
      if (i < l) most = std::max(most, reach(pair(i, l).variance, pair(i, l).eta, indifference_));
    }
  }
  return most < 1e15 ? static_cast<std::size_t>(most) + 1 : SIZE_MAX;
}

}  // namespace fieldtwin

#include "matcher/evaluation/error_rates.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {

ErrorRates::ErrorRates(std::vector<Comparison> comparisons) : comparisons_(std::move(comparisons)) {
  std::ranges::stable_sort(comparisons_, {}, &Comparison::distance);
}

std::vector<double> ErrorRates::weights(std::span<const std::uint32_t> counts) const {
  std::vector<double> weights;
  weights.reserve(comparisons_.size());
  for (const Comparison& c : comparisons_) {
    weights.push_back(c.first == c.second ? counts[c.first] : static_cast<double>(counts[c.first]) * counts[c.second]);
  }
  return weights;
}

double ErrorRates::total(PairKind kind, std::span<const double> weights) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < comparisons_.size(); ++i) {
    if (comparisons_[i].kind == kind) sum += weight(weights, i);
  }
  return sum;
}

double ErrorRates::share(PairKind kind, double threshold, std::span<const double> weights) const {
  double within = 0.0;
  for (std::size_t i = 0; i < comparisons_.size() && comparisons_[i].distance <= threshold; ++i) {
    if (comparisons_[i].kind == kind) within += weight(weights, i);
  }
  const double all = total(kind, weights);
  return all > 0.0 ? within / all : 0.0;
}

double ErrorRates::fmr(double threshold, std::span<const double> weights) const {
  return share(PairKind::kNonMated, threshold, weights);
}

double ErrorRates::fnmr(double threshold, std::span<const double> weights) const {
  return 1.0 - share(PairKind::kMated, threshold, weights);
}

double ErrorRates::equal_error_rate(std::span<const double> weights) const {
  const double mated = total(PairKind::kMated, weights);
  const double others = total(PairKind::kNonMated, weights);
  if (mated <= 0.0 || others <= 0.0) return 0.0;
  double fmr = 0.0;
  double fnmr = 1.0;
  for (std::size_t i = 0; i < comparisons_.size();) {
    const double before_fmr = fmr;
    const double before_fnmr = fnmr;
    const double distance = comparisons_[i].distance;
    for (; i < comparisons_.size() && comparisons_[i].distance == distance; ++i) {
      if (comparisons_[i].kind == PairKind::kMated) {
        fnmr -= weight(weights, i) / mated;
      } else {
        fmr += weight(weights, i) / others;
      }
    }
    if (fmr < fnmr) continue;
    const double gap = before_fnmr - before_fmr;
    const double closed = gap + fmr - fnmr;  // both moved
    const double part = closed > 0.0 ? gap / closed : 0.0;
    return std::max(0.0, before_fmr + part * (fmr - before_fmr));
  }
  return std::max(0.0, fmr);
}

double ErrorRates::true_positive_rate(double most, std::span<const double> weights) const {
  const double mated = total(PairKind::kMated, weights);
  const double others = total(PairKind::kNonMated, weights);
  if (mated <= 0.0) return 0.0;
  double matches = 0.0;
  double false_matches = 0.0;
  double best = 0.0;
  for (std::size_t i = 0; i < comparisons_.size();) {
    const double distance = comparisons_[i].distance;
    if (std::isinf(distance)) break;
    for (; i < comparisons_.size() && comparisons_[i].distance == distance; ++i) {
      (comparisons_[i].kind == PairKind::kMated ? matches : false_matches) += weight(weights, i);
    }
    if (false_matches > most * others * (1.0 + 1e-12)) break;
    best = matches / mated;
  }
  return best;
}

double ErrorRates::accuracy(double threshold) const {
  double right = 0.0;
  for (const Comparison& c : comparisons_) {
    right += (c.distance <= threshold) == (c.kind == PairKind::kMated) ? 1.0 : 0.0;
  }
  return comparisons_.empty() ? 0.0 : right / static_cast<double>(comparisons_.size());
}

double ErrorRates::best_threshold() const {
  std::vector<double> best;  // thresholds with the highest accuracy
  double right = total(PairKind::kNonMated, {});  // nobody is called the same
  double most = right;
  for (std::size_t i = 0; i < comparisons_.size();) {
    const double distance = comparisons_[i].distance;
    if (std::isinf(distance)) break;
    for (; i < comparisons_.size() && comparisons_[i].distance == distance; ++i) {
      right += comparisons_[i].kind == PairKind::kMated ? 1.0 : -1.0;
    }
    const bool last = i == comparisons_.size() || std::isinf(comparisons_[i].distance);
    const double threshold = last ? distance : (distance + comparisons_[i].distance) / 2.0;
    if (right > most) {
      best.clear();
      most = right;
    }
    if (right == most) best.push_back(threshold);
  }
  return best.empty() ? 0.0 : best[best.size() / 2];
}

}  // namespace fieldtwin

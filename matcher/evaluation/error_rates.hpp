#pragma once
/// Error rates of comparisons by threshold, with weights, so that people can be resampled.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matcher/evaluation/pairs.hpp"

namespace fieldtwin {

/// A comparison of two photos.
struct Comparison {
  double distance;  //!< infinite if one of the photos gave no template
  PairKind kind;
  std::uint32_t first, second;  //!< the persons
};

/// Comparisons sorted by distance, of which error rates are read for any weights. A pair at a
/// distance of the threshold or below is called the same person. Without weights, each counts once.
class ErrorRates {
 public:
  explicit ErrorRates(std::vector<Comparison> comparisons);

  const std::vector<Comparison>& sorted() const { return comparisons_; }

  /// The weight of a comparison when people count `counts` times: the count of its person, or the
  /// product of those of its two persons.
  std::vector<double> weights(std::span<const std::uint32_t> counts) const;

  /// The false match rate at a threshold, and the false non-match rate.
  double fmr(double threshold, std::span<const double> weights = {}) const;
  double fnmr(double threshold, std::span<const double> weights = {}) const;

  /// Where both are the same, with straight lines between the points that the comparisons give.
  double equal_error_rate(std::span<const double> weights = {}) const;
  /// The true positive rate, 1 - FNMR, at the largest threshold whose FMR is not above this one.
  double true_positive_rate(double fmr, std::span<const double> weights = {}) const;
  /// The share of pairs that are called rightly.
  double accuracy(double threshold) const;
  /// The threshold with the highest accuracy: midway between two distances; of several, the middle.
  double best_threshold() const;

 private:
  double weight(std::span<const double> weights, std::size_t i) const { return weights.empty() ? 1.0 : weights[i]; }
  double total(PairKind kind, std::span<const double> weights) const;
  double share(PairKind kind, double threshold, std::span<const double> weights) const;

  std::vector<Comparison> comparisons_;
};

}  // namespace fieldtwin

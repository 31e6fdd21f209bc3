#pragma once

#include <optional>
#include <span>

namespace fieldtwin {

/// The law of how far scores beyond a high level lie beyond it. For a wide class of laws it is the
/// limit as the level rises (Balkema & de Haan 1974, Pickands 1975): shape 0 is an exponential
/// tail, above 0 a heavy one (Pareto), below 0 one that ends at -scale / shape.
struct GeneralisedPareto {
  double scale;  //!< > 0, in the unit of the scores
  double shape;

  /// The probability that an excess is larger than `excess` >= 0.
  double survival(double excess) const;
  /// The excess that a share `u` in (0, 1) is smaller than.
  double quantile(double u) const;
};

/// Fits the law to excesses by probability-weighted moments: with a0 the mean and a1 the mean of x
/// (1 - F(x)), scale = 2 a0 a1 / (a0 - 2 a1), shape = 2 - a0 / (a0 - 2 a1). Better than maximum
/// likelihood for the few hundred excesses that there are, for shapes below 0.5.
///
/// Source: J. R. M. Hosking, J. R. Wallis, "Parameter and quantile estimation for the generalized
/// Pareto distribution", Technometrics 29 (1987) 339-349.
///
/// `sorted` are excesses >= 0 in rising order. Nothing if there are fewer than two, or all are
/// equal.
std::optional<GeneralisedPareto> fit_generalised_pareto(std::span<const double> sorted);

}  // namespace fieldtwin

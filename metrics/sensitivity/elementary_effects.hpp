#pragma once
/// Morris screening: which factors matter at all.

#include <optional>
#include <vector>

#include "metrics/sensitivity/responses.hpp"
#include "metrics/statistics/interval.hpp"
#include "sim/designs/morris.hpp"

namespace fieldtwin {

/// The elementary effects of one factor: by how much the metric rises as the factor goes from its
/// lowest to its highest value, if it went on as in the step that was made. In the metric's unit.
struct ElementaryEffects {
  Estimate mean;           //!< mu, with its interval over the trajectories
  Estimate mean_absolute;  //!< mu*: how much the factor matters; cut at 0
  double deviation;  //!< sigma: how much its effect depends on the others; without luck's part
  /// The mu* that luck alone would give a factor without effect; nothing with one replication.
  std::optional<double> of_noise;
};

/// Effects by factor. `responses` are those of the points of the trajectories, in their order; at
/// least one trajectory.
///
/// Source: M. D. Morris, Technometrics 33 (1991) 161-174; mu*: F. Campolongo, J. Cariboni,
/// A. Saltelli, "An effective screening design for sensitivity analysis of large models",
/// Environmental Modelling & Software 22 (2007) 1509-1518. Luck's part of the variance of an effect
/// is the variance of the paired difference over replications, divided by their number.
std::vector<ElementaryEffects> elementary_effects(const Trajectories& trajectories,
                                                  const Responses& responses,
                                                  double confidence = kUsualConfidence);

}  // namespace fieldtwin

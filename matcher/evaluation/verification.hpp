#pragma once
/// Verification: whether two photos show the same person, by LFW's protocol.

#include <vector>

#include "matcher/evaluation/bootstrap.hpp"
#include "matcher/evaluation/error_rates.hpp"

namespace fieldtwin {

struct Verification {
  std::vector<double> accuracies;  //!< of each fold, at the best threshold of the others
  std::vector<double> thresholds;  //!< those
  double accuracy_mean = 0.0;
  double accuracy_sd = 0.0;  //!< between folds
  double eer = 0.0;          //!< over all pairs, as the following
  double tpr_at_1e2 = 0.0;
  double tpr_at_1e3 = 0.0;
  Interval eer_interval{};
  Interval tpr_at_1e2_interval{};
  Interval tpr_at_1e3_interval{};
  std::size_t mated = 0;
  std::size_t non_mated = 0;
};

/// The threshold for a fold is chosen on the others, as LFW's protocol asks; with one fold, on that
/// one. A photo without a template matches nobody: a mated pair with one counts as an error.
/// `people`: how many there are; intervals resample them.
Verification verify(const std::vector<std::vector<Comparison>>& folds, std::size_t people);

}  // namespace fieldtwin

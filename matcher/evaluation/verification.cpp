#include "matcher/evaluation/verification.hpp"

#include <cmath>

namespace fieldtwin {
namespace {

std::vector<Comparison> all_but(const std::vector<std::vector<Comparison>>& folds, std::size_t left_out) {
  std::vector<Comparison> all;
  for (std::size_t f = 0; f < folds.size(); ++f) {
    if (f != left_out || folds.size() == 1) all.insert(all.end(), folds[f].begin(), folds[f].end());
  }
  return all;
}

}  // namespace

Verification verify(const std::vector<std::vector<Comparison>>& folds, std::size_t people) {
  Verification result;
  for (std::size_t f = 0; f < folds.size(); ++f) {
    result.thresholds.push_back(ErrorRates(all_but(folds, f)).best_threshold());
    result.accuracies.push_back(ErrorRates(folds[f]).accuracy(result.thresholds.back()));
  }
  const auto n = static_cast<double>(folds.size());
  for (const double a : result.accuracies) result.accuracy_mean += a / n;
  for (const double a : result.accuracies) {
    if (folds.size() > 1) result.accuracy_sd += (a - result.accuracy_mean) * (a - result.accuracy_mean) / (n - 1.0);
  }
  result.accuracy_sd = std::sqrt(result.accuracy_sd);

  const ErrorRates rates(all_but(folds, folds.size()));
  for (const Comparison& c : rates.sorted()) ++(c.kind == PairKind::kMated ? result.mated : result.non_mated);
  result.eer = rates.equal_error_rate();
  result.tpr_at_1e2 = rates.true_positive_rate(1e-2);
  result.tpr_at_1e3 = rates.true_positive_rate(1e-3);
  std::vector<double> eer;
  std::vector<double> tpr_at_1e2;
  std::vector<double> tpr_at_1e3;
  for (const auto& counts : resampled_people(people, kResamples)) {
    const std::vector<double> weights = rates.weights(counts);
    eer.push_back(rates.equal_error_rate(weights));
    tpr_at_1e2.push_back(rates.true_positive_rate(1e-2, weights));
    tpr_at_1e3.push_back(rates.true_positive_rate(1e-3, weights));
  }
  result.eer_interval = percentile_interval(eer);
  result.tpr_at_1e2_interval = percentile_interval(tpr_at_1e2);
  result.tpr_at_1e3_interval = percentile_interval(tpr_at_1e3);
  return result;
}

}  // namespace fieldtwin

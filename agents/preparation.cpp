#include "agents/preparation.hpp"

#include <algorithm>

namespace fieldtwin {

Preparation preparation_of(const Scenario& scenario, const Draws& draws, std::uint32_t officer) {
  if (scenario.system != SystemKind::kMobileIdentify) return Preparation::kTrained;
  const Training& training = scenario.training;
  const double learning = training.in_training.mean().value();
  const double overdue = (1.0 - learning) * training.refresher_overdue.mean().value();
  if (learning + overdue <= 0.0) return Preparation::kTrained;
  const double u = draws.uniform(Decision::kOfficerTraining, officer);
  if (u < learning) return Preparation::kInTraining;
  return u < learning + overdue ? Preparation::kOverdue : Preparation::kTrained;
}

double error_factor(const Training& training, Preparation preparation) {
  const double left = 1.0 - training.supervision.mean().value();
  switch (preparation) {
    case Preparation::kInTraining:
      return left * training.in_training_factor.mean().value();
    case Preparation::kOverdue:
      return left * training.overdue_factor.mean().value();
    case Preparation::kTrained:
      break;
  }
  return left;
}

KeptPolicy::KeptPolicy(const Scenario& scenario, Preparation preparation)
    : usual_(scenario.policy) {
  if (scenario.system != SystemKind::kMobileIdentify) return;
  const double factor = error_factor(scenario.training, preparation);
  if (factor == 1.0) return;
  own_ = usual_;
  const auto error = [factor](double probability) { return std::min(1.0, factor * probability); };
  const auto errs = [&](Varying<Probability>& share) {
    share = Probability(error(share.mean().value()));
  };
  const auto errs_without = [&](Varying<Probability>& share) {
    share = Probability(1.0 - error(1.0 - share.mean().value()));
  };
  errs(own_->holds_without_call);
  errs(own_->holds_unanswered);
  errs_without(own_->documents_honoured);
  errs_without(own_->releases_at_limit);
}

}  // namespace fieldtwin

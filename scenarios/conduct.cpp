#include "scenarios/conduct.hpp"

namespace fieldtwin {
namespace {

double prevented(const Varying<Probability>& share, const Varying<Probability>& effect) {
  return share.mean().value() * effect.mean().value();
}

Varying<Probability> constant(double share) {
  return Varying<Probability>(Distribution(Constant{share}));
}

}  // namespace

Probability errors_left(const Safeguards& safeguards) {
  return Probability((1.0 - prevented(safeguards.audit.share, safeguards.audit.effect)) *
                     (1.0 - prevented(safeguards.refresher.share, safeguards.refresher.effect)));
}

void apply_oversight(Scenario& scenario) {
  const double left = errors_left(scenario.safeguards).value();
  scenario.safeguards.audit.effect = constant(0.0);
  scenario.safeguards.refresher.effect = constant(0.0);
  if (left == 1.0) return;
  Policy& policy = scenario.policy;
  const auto rarer = [left](Varying<Probability>& error) {
    error = constant(left * error.mean().value());
  };
  const auto more_often = [left](Varying<Probability>& rule) {
    rule = constant(1.0 - left * (1.0 - rule.mean().value()));
  };
  more_often(policy.documents_honoured);
  rarer(policy.holds_without_call);
  more_often(policy.releases_at_limit);
  rarer(policy.holds_unanswered);
}

}  // namespace fieldtwin

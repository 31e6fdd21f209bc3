#include "metrics/exposure/breach.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

double per_second(PerYear rate) {
  return rate.value() / kYear.value();
}

/// Share of the photos in the service that is still there when the subcontractor comes.
double found_at_visit(Seconds retention, Seconds visit) {
  return visit > Seconds(0.0) ? std::min(1.0, retention / visit) : 1.0;
}

}  // namespace

BreachRules breach_rules(const Exposure& exposure, const Storage& storage,
                         const HoldingRules& holding) {
  BreachRules rules;
  rules.store_rate = per_second(storage.breach_rate.mean());
  rules.store_share = storage.breach_share.mean().value();
  rules.insider_rate = per_second(exposure.insider.rate.mean());
  rules.insider_share = exposure.insider.share.mean().value();
  rules.credentials_rate = per_second(exposure.credentials.rate.mean());
  const double days = exposure.credentials.detection.mean() / kDay;
  const double daily = exposure.credentials.daily.mean().value();
  rules.credentials_share = days > 0.0 ? 1.0 - std::pow(1.0 - daily, days) : 0.0;
  rules.device_rate = per_second(exposure.device.rate.mean());
  rules.device_readable = 1.0 - exposure.device.encrypted.mean().value();
  rules.subcontractor_rate = per_second(exposure.subcontractor.rate.mean());
  rules.window = exposure.subcontractor.window.mean();
  rules.visit = exposure.subcontractor.visit.mean();
  rules.copied_of_found = exposure.subcontractor.share.mean().value() *
                          (1.0 - exposure.subcontractor.encrypted.mean().value());
  rules.copied = copied_of(rules, holding.retention[index_of(Holder::kService)]);
  return rules;
}

double copied_of(const BreachRules& rules, Seconds kept) {
  return rules.copied_of_found * found_at_visit(kept, rules.visit);
}

double hazard(Holder place, BreachCause cause, const BreachRules& rules, const Access& access) {
  switch (cause) {
    case BreachCause::kStore:
      return place == Holder::kStore ? rules.store_rate * rules.store_share : 0.0;
    case BreachCause::kDevice:
      return place == Holder::kDevice ? rules.device_rate * rules.device_readable : 0.0;
    case BreachCause::kInsider:
      return rules.insider_rate * access.reaching(place) * rules.insider_share;
    case BreachCause::kCredentials:
      return rules.credentials_rate * access.reaching(place) * rules.credentials_share;
    case BreachCause::kSubcontractor:
      break;
  }
  return 0.0;
}

Spells within_reach(const BreachRules& rules) {
  return {{Seconds(0.0), rules.window, rules.copied}};
}

double different_people(double photos, double people, double unevenness) {
  if (people <= 0.0 || photos <= 0.0) return 0.0;
  const double each = photos / people;
  if (unevenness == 0.0) return -people * std::expm1(-each);
  return -people * std::expm1(-std::log1p(unevenness * each) / unevenness);
}

}  // namespace fieldtwin

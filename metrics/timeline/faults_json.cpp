#include "metrics/timeline/faults_json.hpp"

#include <algorithm>
#include <cmath>

#include "metrics/estimate_json.hpp"
#include "metrics/timeline/fault_estimates.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

/// Null for what does not recover.
Json recovery_json(const Recovery& recovery) {
  const auto finite = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
  Json json{{"mean", nullptr}, {"ci_low", nullptr}, {"ci_high", nullptr}};
  if (recovery.seconds) json["mean"] = *recovery.seconds;
  if (recovery.interval) {
    json["ci_low"] = finite(recovery.interval->low);
    json["ci_high"] = finite(recovery.interval->high);
  }
  return json;
}

Json head(const FaultEstimate& estimate) {
  const FaultResult& fault = estimate.fault->fault;
  Json json{{"kind", fault.kind},
            {"from_s", fault.from.value()},
            {"until_s", fault.until.value()},
            {"recovery_s", recovery_json(estimate.recovery)},
            {"more_failed_scans", to_json(estimate.more_failed_scans)},
            {"more_wrongful_holds", to_json(estimate.more_wrongful_holds)},
            {"more_kept_in_silence", to_json(estimate.more_kept_in_silence)}};
  if (estimate.more_manual_checks) {
    json["more_manual_checks"] = to_json(*estimate.more_manual_checks);
  }
  if (!fault.state.empty()) json["state"] = fault.state;
  for (std::size_t i = 0; i < kAttackEvents; ++i) {
    const auto& events = estimate.fault->events[i];
    if (std::all_of(events.begin(), events.end(), [](double n) { return n == 0.0; })) continue;
    json["attack"][std::string(kAttackEventNames[i])] = to_json(mean_with_t_interval(events));
  }
  return json;
}

/// Five digits are more than a drawing shows.
double shortened(double value) {
  if (value == 0.0 || !std::isfinite(value)) return value;
  const double scale = std::pow(10.0, 4.0 - std::floor(std::log10(std::abs(value))));
  return std::round(value * scale) / scale;
}

/// Null for a row in which there is nothing to tell.
Json short_json(const std::optional<Estimate>& estimate) {
  if (!estimate) return nullptr;
  Estimate out = *estimate;
  out.mean = shortened(out.mean);
  if (out.interval) {
    out.interval = Interval{shortened(out.interval->low), shortened(out.interval->high)};
  }
  return to_json(out);
}

}  // namespace

Json faults_json(const FaultData& data) {
  Json json = Json::object();
  for (const FaultEstimate& estimate : fault_estimates(data)) {
    Json fault = head(estimate);
    for (const CurveEstimate& curve : estimate.curves) {
      Json& of_curve = fault["curves"][std::string(curve.curve->name)];
      of_curve = {{"unit", curve.curve->unit},
                  {"during", to_json(curve.during_as_it_is)},
                  {"during_without_faults", to_json(curve.during_without)}};
      if (curve.curve->recovers == FaultCurve::Recovers::kYes) {
        of_curve["recovery_s"] = recovery_json(curve.recovery);
      }
    }
    json[estimate.fault->fault.name] = std::move(fault);
  }
  return json;
}

Json fault_curves_json(const FaultData& data) {
  Json list = Json::array();
  for (const FaultEstimate& estimate : fault_estimates(data)) {
    Json fault = head(estimate);
    fault["name"] = estimate.fault->fault.name;
    fault["bin_s"] = estimate.row_length;
    fault["curves"] = Json::array();
    for (const CurveEstimate& curve : estimate.curves) {
      Json rows = Json::array();
      for (std::size_t i = 0; i < estimate.begins.size(); ++i) {
        rows.push_back({{"from_s", estimate.begins[i]},
                        {"as_it_is", short_json(curve.as_it_is[i])},
                        {"without", curve.without[i] ? Json(shortened(curve.without[i]->mean))
                                                     : Json(nullptr)}});
      }
      fault["curves"].push_back({{"name", curve.curve->name},
                                 {"label", curve.curve->label},
                                 {"unit", curve.curve->unit},
                                 {"during", to_json(curve.during_as_it_is)},
                                 {"during_without", to_json(curve.during_without)},
                                 {"recovers", curve.curve->recovers == FaultCurve::Recovers::kYes},
                                 {"recovery_s", recovery_json(curve.recovery)},
                                 {"rows", std::move(rows)}});
    }
    list.push_back(std::move(fault));
  }
  return list;
}

}  // namespace fieldtwin

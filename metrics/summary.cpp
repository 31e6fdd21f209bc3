#include "metrics/summary.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "metrics/catalogue.hpp"
#include "metrics/disparity_json.hpp"
#include "metrics/estimate_json.hpp"
#include "metrics/port/port_metrics.hpp"
#include "metrics/timeline/faults_json.hpp"

namespace fieldtwin {
namespace {

/// Of any wrongful hold, beside the usual reference.
nlohmann::ordered_json disparity_of(const StudyData& study) {
  constexpr std::array kReferences{kUsualReference};
  auto json = disparity_json(study, WrongfulKind::kAny, kReferences);
  json.erase("factors");  // their explanation
  return json;
}

}  // namespace

std::string summary_json(const StudyData& study) {
  nlohmann::ordered_json values = nlohmann::ordered_json::object();
  for (const Metric& metric : metrics()) {
    const auto told = estimate(metric.estimator, study);
    if (!told && is_about_ports(metric)) continue;  // there are none
    nlohmann::ordered_json value = to_json(told);
    value["unit"] = metric.unit;
    values[metric.name] = std::move(value);
  }
  const StudyIdentity& identity = study.identity();
  nlohmann::ordered_json summary{{"fieldtwin", identity.version},
                                       {"scenario", identity.scenario},
                                       {"seed", identity.seed},
                                       {"replications", study.replications()},
                                       {"fingerprint", study.fingerprint().hex()},
                                       {"metrics", std::move(values)},
                                       {"disparity", disparity_of(study)}};
  if (!study.faults().faults.empty()) summary["faults"] = faults_json(study.faults());
  return summary.dump(2) + "\n";
}

}  // namespace fieldtwin

#include "metrics/comparison.hpp"

#include <nlohmann/json.hpp>

#include "metrics/catalogue.hpp"
#include "metrics/difference.hpp"
#include "metrics/estimate_json.hpp"
#include "metrics/statistics/paired.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Metric& metric, const ComparedStudy& base,
             const std::vector<ComparedStudy>& alternatives) {
  Json sides = Json::object();
  for (const ComparedStudy& alternative : alternatives) {
    const auto change = difference(metric.estimator, base.data, alternative.data);
    sides[alternative.name] = Json{{"value", to_json(estimate(metric.estimator, alternative.data))},
                                   {"difference", to_json(change)},
                                   {"real", is_real(change)}};
  }
  return {{"unit", metric.unit},
          {"base", to_json(estimate(metric.estimator, base.data))},
          {"alternatives", std::move(sides)}};
}

}  // namespace

std::string comparison_json(const ComparedStudy& base,
                            const std::vector<ComparedStudy>& alternatives) {
  Json names = Json::array(), values = Json::object();
  for (const ComparedStudy& alternative : alternatives) names.push_back(alternative.name);
  for (const Metric& metric : metrics()) {
    values[metric.name] = json_of(metric, base, alternatives);
  }
  const Json comparison{
      {"fieldtwin", base.data.identity().version}, {"base", base.name},
      {"alternatives", std::move(names)},          {"seed", base.data.identity().seed},
      {"replications", base.data.replications()},  {"metrics", std::move(values)}};
  return comparison.dump(2) + "\n";
}

}  // namespace fieldtwin

#include "metrics/comparison.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "metrics/catalogue.hpp"
#include "metrics/difference.hpp"
#include "metrics/direction.hpp"
#include "metrics/estimate_json.hpp"
#include "metrics/port/port_metrics.hpp"
#include "metrics/statistics/paired.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

/// Places of the scenarios with the best and with the worst value, 0 being the base; both empty
/// where the metric has no direction, or where best and worst do not really differ.
struct Extremes {
  std::vector<std::size_t> best, worst;
};

Extremes extremes_of(const Metric& metric, const std::vector<const ComparedStudy*>& sides,
                     const std::vector<std::optional<Estimate>>& values) {
  if (better_of(metric.name) == Better::kNeither) return {};
  if (!std::ranges::all_of(values, [](const auto& value) { return value.has_value(); })) return {};
  const auto [low, high] = std::ranges::minmax_element(
      values, {}, [](const std::optional<Estimate>& value) { return value->mean; });
  const auto data = [&](auto place) -> const StudyData& {
    return sides[static_cast<std::size_t>(place - values.begin())]->data;
  };
  if (!is_real(difference(metric.estimator, data(low), data(high)))) return {};
  Extremes extremes;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]->mean == (*low)->mean) extremes.best.push_back(i);
    if (values[i]->mean == (*high)->mean) extremes.worst.push_back(i);
  }
  if (better_of(metric.name) == Better::kHigher) std::swap(extremes.best, extremes.worst);
  return extremes;
}

Json json_of(const Metric& metric, const ComparedStudy& base,
             const std::vector<ComparedStudy>& alternatives) {
  std::vector<const ComparedStudy*> sides{&base};
  std::vector<std::optional<Estimate>> values{estimate(metric.estimator, base.data)};
  Json changes = Json::object();
  for (const ComparedStudy& alternative : alternatives) {
    sides.push_back(&alternative);
    values.push_back(estimate(metric.estimator, alternative.data));
    const auto change = difference(metric.estimator, base.data, alternative.data);
    changes[alternative.name] = Json{{"value", to_json(values.back())},
                                     {"difference", to_json(change)},
                                     {"real", is_real(change)}};
  }
  const Extremes extremes = extremes_of(metric, sides, values);
  return {{"unit", metric.unit},
          {"better", name_of(better_of(metric.name))},
          {"base", to_json(values.front())},
          {"alternatives", std::move(changes)},
          {"best", extremes.best},
          {"worst", extremes.worst}};
}

}  // namespace

std::string comparison_json(const ComparedStudy& base,
                            const std::vector<ComparedStudy>& alternatives,
                            const std::string& selection) {
  Json names = Json::array(), values = Json::object();
  for (const ComparedStudy& alternative : alternatives) names.push_back(alternative.name);
  for (const Metric& metric : metrics()) {
    const auto told = [&metric](const ComparedStudy& study) {
      return estimate(metric.estimator, study.data).has_value();
    };
    if (is_about_ports(metric) && !told(base) && std::ranges::none_of(alternatives, told)) continue;
    values[metric.name] = json_of(metric, base, alternatives);
  }
  Json comparison{{"fieldtwin", base.data.identity().version},
                  {"base", base.name},
                  {"alternatives", std::move(names)},
                  {"seed", base.data.identity().seed},
                  {"replications", base.data.replications()}};
  if (!selection.empty()) comparison["selection"] = Json::parse(selection);
  comparison["metrics"] = std::move(values);
  return comparison.dump(2) + "\n";
}

}  // namespace fieldtwin

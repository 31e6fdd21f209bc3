#include "metrics/capacity/capacity_results.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "metrics/catalogue.hpp"

namespace fieldtwin {
namespace {

struct Resource {
  std::string_view name, metric;
};
constexpr std::array<Resource, 5> kResources{
    {{"ICE desk", "ice.utilisation"},
     {"gateway servers", "service.gateway.utilisation"},
     {"extraction servers", "service.extraction.utilisation"},
     {"search servers", "service.search.utilisation"},
     {"busiest cells", "network.busiest_cells.utilisation"}}};

/// Busy agents per agent on duty in the half hour of the day where they are busiest.
std::optional<Estimate> busiest_half_hour(const StudyData& study) {
  std::optional<Estimate> busiest;
  for (const DeskSlot& slot : study.desk()) {
    const auto use = ratio_estimate(slot.busy, slot.agents);
    if (use && (!busiest || use->mean > busiest->mean)) busiest = use;
  }
  return busiest;
}

}  // namespace

std::vector<ResourceUse> resources_of(const StudyData& study) {
  std::vector<ResourceUse> uses;
  const auto add = [&uses](std::string_view name, std::string_view metric,
                           const std::optional<Estimate>& use) {
    if (use) uses.push_back({std::string(name), std::string(metric), *use});
  };
  for (const Resource& resource : kResources) {
    const Metric& metric = *metric_named(resource.metric);
    add(resource.name, resource.metric, estimate(metric.estimator, study));
  }
  add("ICE desk, busiest half hour", "", busiest_half_hour(study));
  std::ranges::stable_sort(uses, std::greater<>(),
                           [](const ResourceUse& use) { return use.utilisation.mean; });
  return uses;
}

const CapacityPoint& deciding_point(const CapacityAnswer& answer, Effect effect) {
  if (answer.value) return *std::ranges::find(answer.points, *answer.value, &CapacityPoint::value);
  return effect == Effect::kHarder ? answer.points.front() : answer.points.back();
}

}  // namespace fieldtwin

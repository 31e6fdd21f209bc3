#include "metrics/exposure/factors.hpp"

#include <algorithm>
#include <cmath>

#include "metrics/statistics/shapley.hpp"

namespace fieldtwin {
namespace {

constexpr double kMillion = 1e6;
constexpr std::size_t kPlayers = kExposureFactors - 1;

bool acts(unsigned factors, ExposureFactor factor) {
  return (factors >> index_of(factor) & 1U) != 0;
}

double taken_in(const WorldWithout& world) {
  double sum = 0.0;
  for (const Source& source : world.sources) sum += sum_of(taken_over_horizon(world.rules, source));
  return sum;
}

}  // namespace

WorldWithout world_with(unsigned factors, const Exposure& exposure, const Storage& storage,
                        double officers, double agents, const std::vector<Source>& sources) {
  Exposure chosen = exposure;
  Storage kept = storage;
  std::vector<Source> flows = sources;
  if (!acts(factors, ExposureFactor::kRetention)) {
    const Seconds shortest = exposure.shortest_retention.mean();
    for (auto& retention : chosen.retention) retention = std::min(retention.mean(), shortest);
    for (Source& flow : flows) {
      flow.retention = std::min(flow.retention, shortest);
      flow.enrolled = std::min(flow.enrolled, shortest);
    }
  }
  if (!acts(factors, ExposureFactor::kCopies)) kept.copies = Count(0.0);
  if (!acts(factors, ExposureFactor::kAccess)) {
    kept.people_with_access = Count(0.0);
    for (const OtherRole role :
         {OtherRole::kContractors, OtherRole::kSystemUsers, OtherRole::kStateUsers}) {
      chosen.people[index_of(role)] = Count(0.0);
    }
    chosen.subcontractor.rate = PerYear(0.0);
    chosen.access_growth = Count(1.0);
  }
  return {programme_rules(chosen, kept, officers, agents), std::move(flows)};
}

std::array<double, kExposureFactors> taken_because(const Exposure& exposure, const Storage& storage,
                                                   double officers, double agents,
                                                   const std::vector<Source>& sources) {
  std::array<std::int64_t, 1U << kPlayers> worths{};
  for (unsigned factors = 0; factors < worths.size(); ++factors) {
    const double taken =
        taken_in(world_with(factors, exposure, storage, officers, agents, sources));
    worths[factors] = std::llround(taken * kMillion);
  }
  std::array<double, kExposureFactors> shares{};
  const std::vector<Fraction> values = shapley_values(worths);
  for (std::size_t i = 0; i < kPlayers; ++i) shares[i] = values[i].value() / kMillion;
  shares[index_of(ExposureFactor::kRest)] = static_cast<double>(worths[0]) / kMillion;
  return shares;
}

}  // namespace fieldtwin

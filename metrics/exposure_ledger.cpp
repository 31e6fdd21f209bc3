#include "metrics/exposure_ledger.hpp"

#include <cmath>
#include <numeric>

namespace fieldtwin {

std::vector<Breach> breaches_within(Seconds horizon, const Storage& storage, const Draws& draws) {
  std::vector<Breach> result;
  const double rate = storage.breach_rate.mean().value() / kYear.value();  // per second
  if (rate <= 0.0) return result;
  Seconds time{0.0};
  for (std::uint64_t number = 0;; ++number) {
    time += Seconds(-std::log(draws.uniform(Decision::kBreach, number)) / rate);
    if (time >= horizon) return result;
    const double u = draws.uniform(Decision::kBreachShare, number);
    result.push_back({time, storage.breach_share.at(u)});
  }
}

std::uint64_t PhotoCounts::all() const {
  return std::accumulate(cells_.begin(), cells_.end(), std::uint64_t{0});
}

std::uint64_t ExposureLedger::images() const {
  std::uint64_t sum = 0;
  for (const auto& [retention, photos] : kept_) sum += photos.all();
  return sum;
}

Seconds ExposureLedger::longest_retention() const {
  return Seconds(kept_.empty() ? 0.0 : kept_.rbegin()->first);
}

BreachLoss ExposureLedger::loss(const std::vector<Breach>& breaches) const {
  BreachLoss loss;
  for (const auto& [retention, photos] : kept_) {
    const auto count = static_cast<double>(photos.all());
    double spared = 1.0;
    double taken = 0.0;
    for (const auto& [time, share] : breaches) {
      if (time.value() >= retention) break;
      spared *= 1.0 - share.value();
      taken += share.value();
    }
    loss.images += count * (1.0 - spared);
    loss.exposures += count * taken;
  }
  return loss;
}

}  // namespace fieldtwin

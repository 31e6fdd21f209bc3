/// How many replications a comparison needs for an interval of the same width, in pairs under
/// common random numbers and without: (1.96 s / w)^2, where s^2 is the variance of the paired
/// differences, or the sum of both variances. A policy is changed a little. What it does not change
/// is told apart: there, the paired difference is exactly 0 from two replications on.
///
///   bench_paired [scenario [path=value [replications]]]

#include <fmt/core.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "agents/replication.hpp"
#include "metrics/catalogue.hpp"
#include "scenarios/load.hpp"
#include "tests/support/fork.hpp"

namespace fieldtwin {
namespace {

constexpr double kMostShare = 0.2;
constexpr const char* kMetrics[] = {
    "custody.holds",
    "custody.wrongful.any.count",
    "custody.wrongful.us_citizen.count",
    "custody.wrongful.lawful_status.count",
    "custody.wrongful.stale_record.count",
    "custody.wrongful.any.person_hours",
    "stops.prolonged",
    "latency.disposition_s.mean",
};

/// The metrics of one replication.
std::vector<double> one_replication(const Scenario& scenario, std::uint32_t replication) {
  return in_child([&] {
    const auto result = simulate_replication(scenario, 1, replication, RecordLevel::kNone);
    std::vector<double> values;
    for (const std::string name : kMetrics) {
      if (const auto amount = amount_named(name)) {
        values.push_back(result.total(*amount));
        continue;
      }
      for (const StageLatency& latency : result.latency) {
        if (latency.state.empty() && latency.stage == Stage::kDisposition) {
          values.push_back(latency.seconds.sum() / static_cast<double>(latency.seconds.count()));
        }
      }
    }
    return values;
  });
}

double variance(const std::vector<double>& values) {
  double mean = 0.0, squares = 0.0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

/// Prints a row; the share of replications that pairs need, or 0 if nothing changed.
double compare(const char* name, const std::vector<double>& base,
               const std::vector<double>& alternative) {
  std::vector<double> changes(base.size());
  double mean = 0.0;
  for (std::size_t i = 0; i < base.size(); ++i) {
    changes[i] = alternative[i] - base[i];
    mean += changes[i] / static_cast<double>(base.size());
  }
  const double paired = variance(changes);
  const double apart = variance(base) + variance(alternative);
  if (paired == 0.0) {
    fmt::print("{:<40}  unchanged in every pair\n", name);
    return 0.0;
  }
  // For a half-width w, 1.96^2 times the variance over w^2; w is a tenth of the unpaired spread.
  const double w = 0.1 * std::sqrt(apart);
  const auto needed = [w](double v) { return std::ceil(1.96 * 1.96 * v / (w * w)); };
  fmt::print("{:<40}  {:>10.4f}  {:>8.0f}  {:>8.0f}  {:>6.3f}\n", name, mean, needed(apart),
             needed(paired), paired / apart);
  return paired / apart;
}

int bench(const std::string& name, const std::string& change, std::uint32_t replications) {
  const Scenario base = load_scenario(name).scenario;
  const Scenario alternative = load_scenario(name, {change}).scenario;
  constexpr std::size_t kCount = std::size(kMetrics);
  std::vector<std::vector<double>> before(kCount), after(kCount);
  for (std::uint32_t i = 0; i < replications; ++i) {
    const auto a = one_replication(base, i), b = one_replication(alternative, i);
    for (std::size_t m = 0; m < kCount; ++m) {
      before[m].push_back(a[m]);
      after[m].push_back(b[m]);
    }
  }
  fmt::print("{} with {}, {} replications; replications for one interval's width\n", name, change,
             replications);
  fmt::print("{:<40}  {:>10}  {:>8}  {:>8}  {:>6}\n", "metric", "difference", "unpaired", "paired",
             "share");
  double worst = 0.0;
  for (std::size_t m = 0; m < kCount; ++m) {
    worst = std::max(worst, compare(kMetrics[m], before[m], after[m]));
  }
  fmt::print("pairs need at most {:.3f} of the replications (at most {:.1f} is asked)\n", worst,
             kMostShare);
  return worst > 0.0 && worst <= kMostShare ? 0 : 1;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  return fieldtwin::bench(
      argc > 1 ? argv[1] : "national-day", argc > 2 ? argv[2] : "ice.finds_standing=55 %",
      argc > 3 ? static_cast<std::uint32_t>(std::max(2, std::atoi(argv[3]))) : 200);
}

/// Measures the full model on the national day with ten scans per officer, beside a hand-written
/// loop in the same job, so that the machine's speed can be told from the model's.
///
///   bench_model [scenario [repeats [path=value...]]]
///   bench_model national-heavy 3 network.fidelity=delay period.days=30      the heavy month

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "agents/replication.hpp"
#include "scenarios/load.hpp"
#include "tests/support/fork.hpp"
#include "tools/bench/cpu_time.hpp"
#include "tools/bench/scan_model.hpp"

namespace fieldtwin {
namespace {

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Scans, CPU seconds and peak memory [MB] of one replication, collected but not stored.
std::vector<double> one_replication(const Scenario& scenario, std::uint32_t replication) {
  return in_child([&] {
    const double began = cpu_seconds();
    const auto result = simulate_replication(scenario, 1, replication, RecordLevel::kCases);
    const double cpu = cpu_seconds() - began;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::vector<double>{result.total(Amount::kScans), cpu,
                               static_cast<double>(usage.ru_maxrss) / 1024.0};
  });
}

/// What the network is, and so what the model is measured against.
struct Kind {
  const char* loop;
  ScanResult (*reference)(const ScanModel&);
  double least_rate;  //!< scans a CPU second
};
constexpr Kind kFlows{"fluid loop", run_heap_with_flows, 60'000.0};
constexpr Kind kDelays{"loop with delays", run_heap_with_delays, 150'000.0};

double reference_rate(const Kind& kind) {
  const auto run = in_child([&kind] {
    const ScanResult r = kind.reference({});
    return std::vector<double>{r.scans / r.cpu};
  });
  return run[0];
}

int bench(const std::string& name, int repeats, const std::vector<std::string>& overrides) {
  const auto loaded = load_scenario(name, overrides);
  const Kind& kind =
      loaded.scenario.network.fidelity == NetworkFidelity::kDelay ? kDelays : kFlows;
  std::vector<double> rates, ratios;
  double peak = 0.0;
  for (int i = 0; i < repeats; ++i) {
    const double reference = reference_rate(kind);
    const auto run = one_replication(loaded.scenario, static_cast<std::uint32_t>(i));
    rates.push_back(run[0] / run[1]);
    ratios.push_back(rates.back() / reference);
    peak = std::max(peak, run[2]);
    fmt::print("replication {}: {:.0f} scans, {:.2f} s, {:.0f} scans a CPU second\n", i, run[0],
               run[1], rates.back());
  }
  // What else runs on a machine only ever slows it down: the best is nearest to an idle one.
  const double best = *std::ranges::max_element(rates);
  fmt::print(
      "{}: {:.0f} scans a CPU second, {:.0f} at best (at least {:.0f}), {:.3f} of the hand-written "
      "{}, {:.0f} MB a replication\n",
      name, median(rates), best, kind.least_rate, median(ratios), kind.loop, peak);
  return best >= kind.least_rate ? 0 : 1;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  return fieldtwin::bench(argc > 1 ? argv[1] : "national-heavy",
                          argc > 2 ? std::max(1, std::atoi(argv[2])) : 5,
                          std::vector<std::string>(argv + std::min(argc, 3), argv + argc));
}

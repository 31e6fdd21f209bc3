/// What the expected wrongful holds gain over the counted ones: the variance of the rate at which
/// US citizens are held, times the CPU time that it costs, with both estimators over the same
/// replications.
///
///   bench_rare [scenario [replications]]

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "agents/replication.hpp"
#include "metrics/statistics/interval.hpp"
#include "scenarios/load.hpp"
#include "tests/support/fork.hpp"
#include "tools/bench/cpu_time.hpp"

namespace fieldtwin {
namespace {

constexpr WrongfulKind kKind = WrongfulKind::kUsCitizen;

/// Scans, people held, people expected to be held, and CPU seconds of one replication.
std::vector<double> one_replication(const Scenario& scenario, std::uint32_t number,
                                    Expectation expectation) {
  return in_child([&] {
    const double began = cpu_seconds();
    const auto result =
        simulate_replication(scenario, 1, number, RecordLevel::kCases, {}, expectation);
    const double cpu = cpu_seconds() - began;
    return std::vector<double>{result.total(Amount::kScans), result.total(wrongful_count(kKind)),
                               result.total(expected_count(kKind)), cpu};
  });
}

double squared_error(const std::optional<Estimate>& estimate) {
  const double half = (estimate->interval->high - estimate->interval->low) / 2.0;
  return half * half / 3.8416;
}

int bench(const std::string& name, std::uint32_t replications) {
  constexpr double kLeastGain = 20.0;
  constexpr double kPer100k = 1e5;
  const auto loaded = load_scenario(name);
  std::vector<double> scans, held, expected;
  double plain_cpu = 0.0, expected_cpu = 0.0;
  for (std::uint32_t i = 0; i < replications; ++i) {
    plain_cpu += one_replication(loaded.scenario, i, Expectation::kNone)[3];
    const auto run = one_replication(loaded.scenario, i, Expectation::kEachScan);
    scans.push_back(run[0]);
    held.push_back(run[1]);
    expected.push_back(run[2]);
    expected_cpu += run[3];
  }
  const auto counted = rate_estimate(held, scans, kPer100k);
  const auto scored = score_estimate(expected, scans, kPer100k);
  const auto reduction = variance_reduction(held, expected, scans);
  if (!reduction) {
    fmt::print("{}: no US citizen was held in {} replications\n", name, replications);
    return 1;
  }
  const double counted_error = squared_error(scored) * *reduction;
  const auto print = [&](const char* what, const Estimate& e, double variance, double cpu) {
    fmt::print(
        "{}: {:.1f} US citizens held per 100,000 scans ({:.1f} to {:.1f}), variance {:.3g}, "
        "{:.2f} s, variance x CPU time {:.3g}\n",
        what, e.mean, e.interval->low, e.interval->high, variance, cpu, variance * cpu);
  };
  print("counted ", *counted, counted_error, plain_cpu);
  print("expected", *scored, squared_error(scored), expected_cpu);
  const double gain = *reduction * plain_cpu / expected_cpu;
  fmt::print(
      "{}, {} replications: {:.0f} times less variance for the same CPU time (at least "
      "{:.0f}); the expectation costs {:.1f} % more time\n",
      name, replications, gain, kLeastGain, 100.0 * (expected_cpu / plain_cpu - 1.0));
  return gain >= kLeastGain ? 0 : 1;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  return fieldtwin::bench(
      argc > 1 ? argv[1] : "national-day",
      argc > 2 ? static_cast<std::uint32_t>(std::max(2, std::atoi(argv[2]))) : 200);
}

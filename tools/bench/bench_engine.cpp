/// Measures the engine against hand-written loops that compute the same, in the same job: the
/// machine's speed cancels in the ratio. Ends with 1 if results differ or a ratio is too low.
///
///   bench_engine [officers [hours [repeats]]]

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "tests/support/fork.hpp"
#include "tools/bench/scan_model.hpp"

namespace fieldtwin {

namespace {

constexpr double kLeastFlowRatio = 0.09;
constexpr double kLeastDelayRatio = 0.25;

struct Contender {
  const char* name;
  ScanResult (*run)(const ScanModel&);
  std::vector<double> cpu;
  ScanResult result;
};

/// Each run in a process of its own: there can be one SimGrid engine in a process, and nobody runs
/// in a heap that another has stirred.
void measure(Contender& contender, const ScanModel& model) {
  const auto numbers = in_child([&] {
    const ScanResult r = contender.run(model);
    return std::vector<double>{r.scans, r.total_latency, r.cpu};
  });
  contender.result = {numbers[0], numbers[1], numbers[2]};
  contender.cpu.push_back(numbers[2]);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// The median over repeats of the ratio of runs that followed each other.
double speed_ratio(const Contender& engine, const Contender& limit) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < engine.cpu.size(); ++i) {
    ratios.push_back(limit.cpu[i] / engine.cpu[i]);
  }
  return median(ratios);
}

bool agree(const ScanResult& a, const ScanResult& b) {
  return a.scans == b.scans && std::abs(a.mean_latency() / b.mean_latency() - 1.0) < 1e-6;
}

int bench(const ScanModel& model, int repeats) {
  std::array<Contender, 4> contenders{
      Contender{"heap loop, delays", run_heap_with_delays, {}, {}},
      Contender{"heap loop, fluid flows", run_heap_with_flows, {}, {}},
      Contender{"engine, flows", run_engine_with_flows, {}, {}},
      Contender{"engine, delays", run_engine_with_delays, {}, {}},
  };
  for (int i = 0; i < repeats; ++i) {
    for (auto& contender : contenders) measure(contender, model);
  }
  for (const auto& c : contenders) {
    const double cpu = median(c.cpu);
    fmt::print("{:24} {:8.0f} scans, mean latency {:.9f} s, {:6.3f} us a scan, {:9.0f} scans/s\n",
               c.name, c.result.scans, c.result.mean_latency(), 1e6 * cpu / c.result.scans,
               c.result.scans / cpu);
  }
  const auto& [heap_delays, heap_flows, engine_flows, engine_delays] = contenders;
  const double flow_ratio = speed_ratio(engine_flows, heap_flows);
  const double delay_ratio = speed_ratio(engine_delays, heap_delays);
  fmt::print("flow ratio  {:.3f} (at least {})\n", flow_ratio, kLeastFlowRatio);
  fmt::print("delay ratio {:.3f} (at least {})\n", delay_ratio, kLeastDelayRatio);
  const bool same = agree(heap_delays.result, engine_delays.result) &&
                    agree(heap_flows.result, engine_flows.result);
  if (!same) fmt::print("the results differ\n");
  return same && flow_ratio >= kLeastFlowRatio && delay_ratio >= kLeastDelayRatio ? 0 : 1;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  fieldtwin::ScanModel model;
  if (argc > 1) model.officers = static_cast<std::uint32_t>(std::atoi(argv[1]));
  if (argc > 2) model.horizon = 3600.0 * std::atof(argv[2]);
  return fieldtwin::bench(model, argc > 3 ? std::max(1, std::atoi(argv[3])) : 5);
}

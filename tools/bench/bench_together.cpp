/// What it costs to run several systems in one world, beside the sum of what each costs alone.
///
///   bench_together [scenario [repeats]]

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "agents/replication.hpp"
#include "scenarios/load.hpp"
#include "tests/support/fork.hpp"
#include "tools/bench/cpu_time.hpp"

namespace fieldtwin {
namespace {

struct Run {
  double scans;
  double cpu;  //!< seconds
};

Run one_replication(const Scenario& scenario, std::uint32_t replication) {
  const auto run = in_child([&] {
    const double began = cpu_seconds();
    const auto result = simulate_replication(scenario, 1, replication, RecordLevel::kCases);
    return std::vector<double>{result.total(Amount::kScans), cpu_seconds() - began};
  });
  return {run[0], run[1]};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int bench(const std::string& name, int repeats) {
  constexpr double kMost = 2.0;  // times the sum of the systems alone
  const Scenario together = load_scenario(name).scenario;
  Scenario own = together;
  own.partners.clear();
  std::vector<Scenario> alone{own};
  for (const auto& partner : together.partners) alone.push_back(*partner);

  std::vector<double> ratios;
  for (int i = 0; i < repeats; ++i) {
    const auto replication = static_cast<std::uint32_t>(i);
    Run sum{0.0, 0.0};
    for (const Scenario& scenario : alone) {
      const Run run = one_replication(scenario, replication);
      sum.scans += run.scans;
      sum.cpu += run.cpu;
    }
    const Run all = one_replication(together, replication);
    ratios.push_back(all.cpu / sum.cpu);
    fmt::print("replication {}: together {:.0f} scans in {:.3f} s, alone {:.0f} scans in {:.3f} s\n",
               i, all.scans, all.cpu, sum.scans, sum.cpu);
  }
  fmt::print("{} systems of {} together cost {:.2f} of their sum (at most {:.0f})\n", alone.size(),
             name, median(ratios), kMost);
  return median(ratios) <= kMost ? 0 : 1;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  return fieldtwin::bench(argc > 1 ? argv[1] : "all-systems",
                          argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
}

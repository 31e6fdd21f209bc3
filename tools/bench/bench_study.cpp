/// Measures what a study costs beside its simulations, in one job: the same replications simulated
/// alone, each by a call of simulate_replication in a process of its own that drops its result, and
/// as a study, with its shards, merges and files; then the study with two jobs.
///
///   bench_study [scenario [replications [repeats]]]
///
/// Processor time counts user and system time of driver and workers; wall time is only worth
/// reading on an idle machine. A repeat goes there and back (alone, study, study, alone), so that a
/// machine that becomes faster or slower meanwhile favours neither; what keeps two cores busy,
/// after which some machines are slower, comes after that. The report is apart: it is made once,
/// however long the study.

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "agents/replication.hpp"
#include "metrics/statistics/order_statistics.hpp"
#include "sim/study/outputs.hpp"
#include "sim/study/run_study.hpp"
#include "tests/support/fork.hpp"

namespace fieldtwin {
namespace {

constexpr double kMostOverhead = 0.03;
constexpr double kLeastSpeedup = 1.8;

/// Processor and wall time of something [s].
struct Cost {
  double cpu = 0.0;
  double wall = 0.0;
  double driver = 0.0;   //!< processor time of this process alone
  double workers = 0.0;  //!< of the processes of replications
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double cpu_of(int who) {
  rusage used{};
  getrusage(who, &used);
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// Of this process and of those that it waited for.
template <class Work>
Cost cost_of(const Work& work) {
  const auto began = std::chrono::steady_clock::now();
  const double self = cpu_of(RUSAGE_SELF), children = cpu_of(RUSAGE_CHILDREN);
  work();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
  const double driver = cpu_of(RUSAGE_SELF) - self;
  const double others = cpu_of(RUSAGE_CHILDREN) - children;
  return {driver + others, wall.count(), driver, others};
}

class Bench {
 public:
  Bench(ResolvedScenario scenario, std::uint32_t replications)
      : scenario_(std::move(scenario)), replications_(replications) {
    std::string name = std::filesystem::temp_directory_path() / "fieldtwin-bench-XXXXXX";
    folder_ = mkdtemp(name.data());
  }
  ~Bench() { std::filesystem::remove_all(folder_); }

  Cost alone() const {
    return cost_of([this] {
      for (std::uint32_t i = 0; i < replications_; ++i) {
        in_child([&] {
          simulate_replication(scenario_.scenario, 1, i, RecordLevel::kCases,
                               [](const EncounterRecord&) {});
          return std::vector<double>{0.0};
        });
      }
    });
  }

  Cost study(unsigned jobs) const {
    std::filesystem::remove_all(folder_ / "study");
    double workers = 0.0;
    Cost cost = cost_of([&] {
      const StudyRun run = run_study(folder_ / "study", scenario_,
                                     {.seed = 1, .replications = replications_, .jobs = jobs},
                                     kSimulateReplication, [](const StudyProgress&) {});
      workers = run.usage.cpu.value();
    });
    cost.workers = workers;
    return cost;
  }

  Cost outputs() const {
    return cost_of([this] { write_outputs(StudyFiles(folder_ / "study")); });
  }

 private:
  ResolvedScenario scenario_;
  std::uint32_t replications_;
  std::filesystem::path folder_;
};

/// "2.31 % (1.80 % to 2.95 %)": the median of shares, with its interval where there are enough.
std::string percent(const QuantileEstimate& share) {
  const std::string median = fmt::format("{:.2f} %", 100.0 * share.quantile);
  if (!share.interval) return median;
  return fmt::format("{} ({:.2f} % to {:.2f} %)", median, 100.0 * share.interval->low,
                     100.0 * share.interval->high);
}

QuantileEstimate median(const std::vector<double>& values) {
  return quantile_over_replications(values, 0.5);
}

Cost operator+(const Cost& a, const Cost& b) {
  return {a.cpu + b.cpu, a.wall + b.wall, a.driver + b.driver, a.workers + b.workers};
}

/// One, the other, the other, the one: what each cost.
template <class One, class Other>
std::pair<Cost, Cost> there_and_back(const One& one, const Other& other) {
  const Cost first = one(), second = other(), third = other();
  return {first + one(), second + third};
}

/// The medians over the repeats are told, and between which values they are (at 95 %), since the
/// speed of a machine drifts by more than what is measured.
int bench(const std::string& name, std::uint32_t replications, int repeats) {
  const Bench bench(load_scenario(name), replications);
  std::vector<double> each, extra_cpu, extra_driver, extra_workers, extra_wall, faster, more_cpu;
  Cost outputs;
  for (int i = 0; i < repeats; ++i) {
    const auto [alone, one] =
        there_and_back([&] { return bench.alone(); }, [&] { return bench.study(1); });
    outputs = bench.outputs();
    const auto [single, two] =
        there_and_back([&] { return bench.study(1); }, [&] { return bench.study(2); });
    each.push_back(alone.cpu / (2 * replications));
    extra_cpu.push_back(one.cpu / alone.cpu - 1.0);
    extra_driver.push_back((one.cpu - one.workers - alone.driver) / alone.cpu);
    extra_workers.push_back((one.workers - alone.workers) / alone.cpu);
    extra_wall.push_back(one.wall / alone.wall - 1.0);
    faster.push_back(single.wall / two.wall);
    more_cpu.push_back(two.cpu / single.cpu);
  }
  const QuantileEstimate overhead = median(extra_cpu);
  const double speedup = median(faster).quantile;
  fmt::print("{}, {} replications, median of {}: {:.3f} s of processor time a replication\n", name,
             replications, repeats, median(each).quantile);
  fmt::print(
      "overhead of the study      {} of processor time (at most {:.0f} %): {} in its driver, {} in "
      "its "
      "workers; {} of wall time\n",
      percent(overhead), 100.0 * kMostOverhead, percent(median(extra_driver)),
      percent(median(extra_workers)), percent(median(extra_wall)));
  fmt::print("summary and report       {:6.2f} s, once a study\n", outputs.cpu);
  fmt::print(
      "two jobs against one     {:6.2f} times as fast (at least {:.1f}, on two idle cores), "
      "with {:.2f} times the processor time\n",
      speedup, kLeastSpeedup, median(more_cpu).quantile);
  return overhead.quantile <= kMostOverhead && speedup >= kLeastSpeedup ? 0 : 1;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  return fieldtwin::bench(
      argc > 1 ? argv[1] : "national-day",
      argc > 2 ? static_cast<std::uint32_t>(std::max(2, std::atoi(argv[2]))) : 50,
      argc > 3 ? std::max(1, std::atoi(argv[3])) : 9);
}

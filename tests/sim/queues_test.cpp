/// Queues with known closed forms, through the real engine: estimates by batch means, and both
/// clockworks to the last bit.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "sim/engine.hpp"
#include "sim/random/draws.hpp"
#include "sim/servers.hpp"
#include "tests/oracles/erlang.hpp"
#include "tests/support/fork.hpp"

namespace fieldtwin {
namespace {

constexpr int kBatches = 30;
constexpr int kBatchSize = 8000;
constexpr int kWarmUp = 8000;

struct Queue {
  QueueLoad load;
  std::function<Seconds(double u)> service;
  std::function<Seconds(double u)> patience;
};

Seconds for_ever(double) {
  return Seconds(std::numeric_limits<double>::infinity());
}

std::function<Seconds(double)> exponential(double mean) {
  return [mean](double u) { return Seconds(-mean * std::log(u)); };
}

struct Run {
  Run(Clockwork clockwork, const Queue& q)
      : queue(q), calendar(clockwork), pool(calendar, static_cast<std::size_t>(q.load.servers)) {}
  const Queue& queue;
  Draws draws{20251103, 0};
  Calendar calendar;
  Servers pool;
  std::vector<double> waits;  //!< of each customer; negative: left after so long
};

Process customer(Run& run, std::uint64_t number) {
  const Seconds arrival = run.calendar.now();
  const Seconds patience = run.queue.patience(run.draws.uniform(Decision::kTest, number, 2));
  const auto lease = co_await run.pool.acquire_within(patience);
  const double wait = (run.calendar.now() - arrival).value();
  if (!lease) {
    run.waits[number] = wait > 0.0 ? -wait : -1e-12;
    co_return;
  }
  run.waits[number] = wait;
  const Seconds service = run.queue.service(run.draws.uniform(Decision::kTest, number, 1));
  co_await run.calendar.sleep(service);
}

Process arrivals(Run& run) {
  const auto gap = exponential(1.0 / run.queue.load.arrival_rate);
  for (std::uint64_t number = 0; number < run.waits.size(); ++number) {
    co_await run.calendar.sleep(gap(run.draws.uniform(Decision::kTest, number, 0)));
    run.calendar.start(customer(run, number));
  }
}

std::vector<double> simulate(Clockwork clockwork, const Queue& queue) {
  const auto engine =
      clockwork == Clockwork::kEngine ? std::make_unique<Engine>() : std::unique_ptr<Engine>();
  Run run(clockwork, queue);
  run.waits.resize(kWarmUp + kBatches * kBatchSize);
  run.calendar.start(arrivals(run));
  run.calendar.run();
  return run.waits;
}

/// Holds the mean of f(wait) over batches against the truth; the estimate must be precise enough to
/// mean something.
void expect_mean(const std::vector<double>& waits, double truth,
                 const std::function<double(double)>& f) {
  double sum = 0.0;
  double squares = 0.0;
  for (int batch = 0; batch < kBatches; ++batch) {
    double total = 0.0;
    for (int i = 0; i < kBatchSize; ++i) total += f(waits[kWarmUp + batch * kBatchSize + i]);
    const double mean = total / kBatchSize;
    sum += mean;
    squares += mean * mean;
  }
  const double mean = sum / kBatches;
  const double variance = (squares - kBatches * mean * mean) / (kBatches - 1);
  const double error = std::sqrt(variance / kBatches);
  EXPECT_LT(std::abs(mean - truth) / error, 4.0) << mean << " instead of " << truth;
  EXPECT_LT(error, 0.06 * truth);
}

std::vector<double> simulate_by_both_clockworks(const Queue& queue) {
  const auto waits = simulate(Clockwork::kAlone, queue);
  const auto by_engine = in_child([&] { return simulate(Clockwork::kEngine, queue); });
  EXPECT_EQ(waits, by_engine);
  return waits;
}

TEST(Queues, ErlangB) {
  const QueueLoad load{8.0, 1.0, 10};
  const auto waits =
      simulate_by_both_clockworks({load, exponential(1.0), [](double) { return 0_s; }});
  expect_mean(waits, erlang_b(8.0, 10), [](double w) { return w < 0.0 ? 1.0 : 0.0; });
}

// The share lost depends on the mean service alone.
TEST(Queues, ErlangBWithConstantService) {
  const QueueLoad load{8.0, 1.0, 10};
  const auto waits =
      simulate_by_both_clockworks({load, [](double) { return 1_s; }, [](double) { return 0_s; }});
  expect_mean(waits, erlang_b(8.0, 10), [](double w) { return w < 0.0 ? 1.0 : 0.0; });
}

TEST(Queues, ErlangC) {
  const QueueLoad load{1.4, 5.0, 10};
  const auto waits = simulate_by_both_clockworks({load, exponential(5.0), for_ever});
  expect_mean(waits, erlang_c(load), [](double w) { return w > 0.0 ? 1.0 : 0.0; });
  expect_mean(waits, erlang_c_mean_wait(load), [](double w) { return w; });
  const double p95 = erlang_c_wait_quantile(load, 0.95);
  expect_mean(waits, 0.05, [p95](double w) { return w > p95 ? 1.0 : 0.0; });
}

TEST(Queues, ErlangA) {
  const QueueLoad load{2.2, 5.0, 10};  // more than the servers can do
  const auto truth = erlang_a(load, 8.0);
  const auto waits = simulate_by_both_clockworks({load, exponential(5.0), exponential(8.0)});
  expect_mean(waits, truth.abandonment_probability, [](double w) { return w < 0.0 ? 1.0 : 0.0; });
  expect_mean(waits, truth.wait_probability, [](double w) { return w != 0.0 ? 1.0 : 0.0; });
  expect_mean(waits, truth.mean_wait, [](double w) { return std::abs(w); });
}

TEST(Queues, MM1) {
  const QueueLoad load{0.7, 1.0, 1};
  const auto waits = simulate_by_both_clockworks({load, exponential(1.0), for_ever});
  expect_mean(waits, 0.7, [](double w) { return w > 0.0 ? 1.0 : 0.0; });
  expect_mean(waits, mg1_mean_wait(load, 1.0), [](double w) { return w; });
}

TEST(Queues, MD1) {
  const QueueLoad load{0.7, 1.0, 1};
  const auto waits = simulate_by_both_clockworks({load, [](double) { return 1_s; }, for_ever});
  expect_mean(waits, md1_mean_wait(load), [](double w) { return w; });
}

}  // namespace
}  // namespace fieldtwin

#include "tests/oracles/erlang.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <stdexcept>
#include <utility>
#include <vector>

namespace fieldtwin {
namespace {

using Rate = std::function<double(int)>;

/// Stationary distribution of a birth-death process on 0..states-1 by brute force: Gaussian
/// elimination of its balance equations, with no use of their special form.
std::vector<double> stationary(int states, const Rate& birth, const Rate& death) {
  const auto n = static_cast<std::size_t>(states);
  std::vector<std::vector<double>> a(n, std::vector<double>(n + 1, 0.0));
  for (int k = 0; k < states; ++k) {  // column k: the flows out of state k
    const auto i = static_cast<std::size_t>(k);
    if (k + 1 < states) a[i][i] -= birth(k), a[i + 1][i] += birth(k);
    if (k > 0) a[i][i] -= death(k), a[i - 1][i] += death(k);
  }
  for (double& entry : a[n - 1]) entry = 1.0;  // probabilities sum to 1
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column; row < n; ++row) {
      if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
    }
    std::swap(a[column], a[pivot]);
    for (std::size_t row = 0; row < n; ++row) {
      const double factor = a[row][column] / a[column][column];
      if (row == column || factor == 0.0) continue;
      for (std::size_t j = column; j <= n; ++j) a[row][j] -= factor * a[column][j];
    }
  }
  std::vector<double> p(n);
  for (std::size_t i = 0; i < n; ++i) p[i] = a[i][n] / a[i][i];
  return p;
}

const std::vector<QueueLoad> kLoads{{0.7, 1.0, 1}, {2.5, 1.2, 4}, {48.0, 0.2, 12}, {0.05, 180, 15}};

TEST(ErlangB, ReproducesPublishedTables) {
  // Offered load at 1 % and 2 % blocking, to four digits: the usual Erlang-B table, as in Freeman
  // (2005), Fundamentals of Telecommunications.
  struct Row {
    int servers;
    double at_1_percent, at_2_percent;
  };
  for (const auto& [servers, at_1_percent, at_2_percent] :
       {Row{10, 4.461, 5.084}, Row{15, 8.108, 9.010}, Row{20, 12.03, 13.18}, Row{50, 37.90, 40.26},
        Row{100, 84.06, 87.97}}) {
    EXPECT_NEAR(erlang_b(at_1_percent, servers), 0.01, 3e-5) << servers;
    EXPECT_NEAR(erlang_b(at_2_percent, servers), 0.02, 3e-5) << servers;
  }
  EXPECT_DOUBLE_EQ(erlang_b(1.0, 1), 0.5);
  EXPECT_DOUBLE_EQ(erlang_b(3.0, 0), 1.0);
  EXPECT_NEAR(erlang_b(10.0, 15), 0.0365, 5e-5);
}

TEST(ErlangB, IsTheFullStateOfTheLossSystem) {
  for (const auto& load : kLoads) {
    const auto p = stationary(
        load.servers + 1, [&](int) { return load.arrival_rate; },
        [&](int k) { return k / load.mean_service; });
    EXPECT_NEAR(erlang_b(load.offered(), load.servers), p.back(), 1e-12);
  }
}

TEST(ErlangC, ReproducesPublishedExamples) {
  // The textbook call centre: 100 calls in half an hour of 3 minutes each, 14 agents.
  const QueueLoad centre{100.0 / 1800.0, 180.0, 14};
  EXPECT_NEAR(erlang_c(centre), 0.174, 5e-4);
  EXPECT_NEAR(erlang_c_mean_wait(centre), 7.8, 0.05);
  // Garnett, Mandelbaum & Reiman (2002): 50 agents, 48 calls a minute of a minute each. Seconds.
  const QueueLoad patient{48.0 / 60.0, 60.0, 50};
  EXPECT_NEAR(erlang_c_mean_wait(patient), 20.8, 0.05);
  EXPECT_NEAR(erlang_c_wait_quantile(patient, 0.9), 58.1, 0.05);
}

TEST(ErlangC, AgreesWithTheBalanceEquations) {
  for (const auto& load : kLoads) {
    const auto p = stationary(
        200, [&](int) { return load.arrival_rate; },
        [&](int k) { return std::min(k, load.servers) / load.mean_service; });
    double wait_probability = 0.0, queue = 0.0;
    for (int k = load.servers; k < 200; ++k) {
      wait_probability += p[static_cast<std::size_t>(k)];
      queue += (k - load.servers) * p[static_cast<std::size_t>(k)];
    }
    EXPECT_NEAR(erlang_c(load), wait_probability, 1e-9);
    EXPECT_NEAR(erlang_c_mean_wait(load), queue / load.arrival_rate, 1e-8 * load.mean_service);
    // Who finds k >= c waits for k - c + 1 completions, each at the rate of all servers.
    for (const double share : {0.9, 0.99}) {
      const double completions =
          erlang_c_wait_quantile(load, share) * load.servers / load.mean_service;
      double longer = 0.0, term = std::exp(-completions), cdf = term;
      for (int k = load.servers; k < 200; ++k) {
        longer += p[static_cast<std::size_t>(k)] * cdf;
        cdf += term *= completions / (k - load.servers + 1);
      }
      EXPECT_NEAR(longer, std::min(1.0 - share, wait_probability), 1e-9);
    }
  }
}

TEST(ErlangC, NobodyWaitsBelowTheShareServedAtOnce) {
  const QueueLoad load{2.5, 1.2, 4};
  EXPECT_EQ(erlang_c_wait_quantile(load, 0.99 * (1.0 - erlang_c(load))), 0.0);
  EXPECT_GT(erlang_c_wait_quantile(load, 1.0 - 0.99 * erlang_c(load)), 0.0);
}

TEST(ErlangA, ReproducesAPublishedExample) {
  // Garnett, Mandelbaum & Reiman (2002): as above, with two minutes of patience.
  const AbandonmentQueue queue = erlang_a({48.0 / 60.0, 60.0, 50}, 120.0);
  EXPECT_NEAR(queue.abandonment_probability, 0.031, 5e-4);
  EXPECT_NEAR(queue.mean_wait, 3.7, 0.05);
  EXPECT_NEAR(queue.mean_queue, 3.0, 0.5);
  EXPECT_NEAR(queue.utilisation, 0.93, 0.005);
}

TEST(ErlangA, AgreesWithTheBalanceEquations) {
  std::vector<std::pair<QueueLoad, double>> cases{{{9.0, 1.0, 5}, 0.5}, {{6.0, 1.0, 5}, 4.0}};
  for (const auto& load : kLoads) cases.emplace_back(load, 0.7 * load.mean_service);
  for (const auto& [load, patience] : cases) {
    const int c = load.servers;
    const auto p = stationary(
        150, [&load = load](int) { return load.arrival_rate; },
        [&, &load = load, &patience = patience](int k) {
          return std::min(k, c) / load.mean_service + std::max(k - c, 0) / patience;
        });
    double waiting = 0.0, mean_queue = 0.0, busy = 0.0;
    for (int k = 0; k < 150; ++k) {
      const double share = p[static_cast<std::size_t>(k)];
      waiting += k >= c ? share : 0.0;
      mean_queue += std::max(k - c, 0) * share;
      busy += std::min(k, c) * share;
    }
    const AbandonmentQueue queue = erlang_a(load, patience);
    EXPECT_NEAR(queue.wait_probability, waiting, 1e-11);
    EXPECT_NEAR(queue.mean_queue, mean_queue, 1e-10);
    EXPECT_NEAR(queue.mean_wait * load.arrival_rate, mean_queue, 1e-10);
    EXPECT_NEAR(queue.utilisation, busy / c, 1e-11);
    // Who does not leave is served: another way to the share who abandon.
    EXPECT_NEAR(queue.abandonment_probability, 1.0 - busy / load.mean_service / load.arrival_rate,
                1e-10);
  }
}

TEST(ErlangA, LiesBetweenLossAndEndlessPatience) {
  const QueueLoad load{2.5, 1.2, 4};
  EXPECT_NEAR(erlang_a(load, 1e-9).abandonment_probability, erlang_b(3.0, 4), 1e-8);
  EXPECT_NEAR(erlang_a(load, 1e9).mean_wait, erlang_c_mean_wait(load), 1e-6);
  EXPECT_NEAR(erlang_a(load, 1e9).wait_probability, erlang_c(load), 1e-6);
}

TEST(MG1, ReproducesItsSpecialCases) {
  // Number waiting in M/D/1 at loads of 0.5, 0.8 and 0.9: half of that in M/M/1.
  EXPECT_NEAR(0.5 * md1_mean_wait({0.5, 1.0, 1}), 0.25, 1e-12);
  EXPECT_NEAR(0.8 * md1_mean_wait({0.8, 1.0, 1}), 1.6, 1e-12);
  EXPECT_NEAR(0.9 * md1_mean_wait({0.9, 1.0, 1}), 4.05, 1e-12);
  const QueueLoad load{0.35, 2.0, 1};
  EXPECT_NEAR(mg1_mean_wait(load, 2.0), erlang_c_mean_wait(load), 1e-12);
}

TEST(MG1, AgreesWithLindleysRecursion) {
  // Each customer waits for what the one before had to wait and be served, less the time between.
  std::mt19937_64 bits(42);
  const auto uniform = [&] { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; };
  const QueueLoad load{0.6, 1.0, 1};
  const double spread = 0.5;  // of services uniform on [1 - spread, 1 + spread]
  for (const double width : {0.0, spread}) {
    constexpr int kBatches = 100, kCustomers = 10'000;
    double sum = 0.0, squares = 0.0, wait = 0.0;
    for (int batch = 0; batch < kBatches; ++batch) {
      double total = 0.0;
      for (int i = 0; i < kCustomers; ++i) {
        const double service = 1.0 + width * (2.0 * uniform() - 1.0);
        wait = std::max(0.0, wait + service + std::log(uniform()) / load.arrival_rate);
        total += wait;
      }
      sum += total / kCustomers;
      squares += total / kCustomers * total / kCustomers;
    }
    const double mean = sum / kBatches;
    const double error = std::sqrt((squares / kBatches - mean * mean) / (kBatches - 1));
    const double expected = mg1_mean_wait(load, width / std::sqrt(3.0));
    EXPECT_LT(std::abs(mean - expected), 4.0 * error) << width;
    EXPECT_LT(error, 0.02 * expected);
  }
}

TEST(QueueOracles, RefuseWhatNeverSettles) {
  EXPECT_THROW(erlang_c({5.0, 1.0, 5}), std::invalid_argument);
  EXPECT_THROW(md1_mean_wait({1.0, 1.0, 1}), std::invalid_argument);
  EXPECT_THROW(mg1_mean_wait({1.0, 1.0, 2}, 0.0), std::invalid_argument);
  EXPECT_THROW(erlang_b(0.0, 3), std::invalid_argument);
  EXPECT_THROW(erlang_a({1.0, 1.0, 1}, 0.0), std::invalid_argument);
  EXPECT_THROW(erlang_c_wait_quantile({1.0, 1.0, 2}, 1.0), std::invalid_argument);
  EXPECT_NO_THROW(erlang_a({5.0, 1.0, 3}, 1.0));
}

}  // namespace
}  // namespace fieldtwin

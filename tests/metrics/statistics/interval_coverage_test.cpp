/// Does a 95 % interval hold the truth in 95 % of studies? Synthetic studies with a known truth.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "metrics/statistics/interval.hpp"
#include "metrics/statistics/order_statistics.hpp"
#include "tests/metrics/statistics/source.hpp"

namespace fieldtwin {
namespace {

constexpr int kStudies = 2000;

/// Poisson numbers of one mean, by inverse CDF.
class Poisson {
 public:
  explicit Poisson(double mean) {
    double term = std::exp(-mean);
    for (double k = 1.0, total = term; total < 1.0 - 1e-15 && k < 1000.0; ++k) {
      cumulative_.push_back(total);
      total += term *= mean / k;
    }
  }
  double operator()(Source& source) const {
    return static_cast<double>(std::ranges::upper_bound(cumulative_, source.uniform()) -
                               cumulative_.begin());
  }

 private:
  std::vector<double> cumulative_;
};

TEST(Coverage, OfPoissonCountsIsAtLeast93Percent) {
  Source source(2025);
  for (const std::size_t n : {50u, 100u, 400u}) {
    std::vector<double> counts(n);
    for (const double mean : {0.001, 0.003, 0.01, 0.03, 0.06, 0.1, 0.3, 1.0, 3.0, 10.0}) {
      const Poisson poisson(mean);
      int covered = 0;
      for (int study = 0; study < kStudies; ++study) {
        for (double& count : counts) count = poisson(source);
        covered += holds(count_estimate(counts).interval, mean) ? 1 : 0;
      }
      EXPECT_GE(covered, 0.93 * kStudies) << "mean " << mean << " over " << n;
    }
  }
}

TEST(Coverage, OfCountsInPairsIsThatOfStudents) {
  // Every event comes with a second one, so that counts vary twice as much as the Poisson interval
  // believes: it would cover 83 %.
  Source source(11);
  for (const double mean : {0.5, 2.0}) {
    const Poisson pairs(mean / 2.0);
    std::vector<double> counts(100);
    int covered = 0;
    for (int study = 0; study < kStudies; ++study) {
      for (double& count : counts) count = 2.0 * pairs(source);
      covered += holds(count_estimate(counts).interval, mean) ? 1 : 0;
    }
    EXPECT_GE(covered, 0.93 * kStudies) << mean;
  }
}

TEST(Coverage, OfRatesWithUnequalExposuresIsAtLeast93Percent) {
  Source source(3);
  for (const double rate : {2e-5, 2e-4, 2e-3}) {
    std::vector<double> events(100), exposures(100);
    const Poisson small(rate * 500.0), large(rate * 1500.0);
    int covered = 0;
    for (int study = 0; study < kStudies; ++study) {
      for (std::size_t i = 0; i < events.size(); ++i) {
        const bool is_large = source.uniform() < 0.5;
        exposures[i] = is_large ? 1500.0 : 500.0;
        events[i] = is_large ? large(source) : small(source);
      }
      covered += holds(rate_estimate(events, exposures, 1e5)->interval, rate * 1e5) ? 1 : 0;
    }
    EXPECT_GE(covered, 0.93 * kStudies) << rate;
  }
}

TEST(Coverage, OfProportionsIsAtLeast93Percent) {
  Source source(5);
  for (const double p : {0.002, 0.05, 0.5, 0.995}) {
    std::vector<double> successes(50), trials(50, 10.0);
    int covered = 0;
    for (int study = 0; study < kStudies; ++study) {
      for (double& count : successes) {
        count = 0.0;
        for (int trial = 0; trial < 10; ++trial) count += source.uniform() < p ? 1.0 : 0.0;
      }
      covered += holds(proportion_estimate(successes, trials)->interval, p) ? 1 : 0;
    }
    EXPECT_GE(covered, 0.93 * kStudies) << p;
  }
}

TEST(Coverage, OfQuantilesOfASkewedDistributionIsAtLeast95Percent) {
  // Never below the confidence; 0.938 is 2.5 standard errors under it.
  Source source(8);
  for (const double p : {0.5, 0.9}) {
    std::vector<double> values(60);
    int covered = 0;
    for (int study = 0; study < kStudies; ++study) {
      for (double& value : values) value = source.exponential();
      covered += holds(quantile_over_replications(values, p).interval, -std::log1p(-p)) ? 1 : 0;
    }
    EXPECT_GE(covered, 0.938 * kStudies) << p;
  }
}

}  // namespace
}  // namespace fieldtwin

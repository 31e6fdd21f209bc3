/// Does a 95 % interval of a paired difference hold the truth in 95 % of comparisons?

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "metrics/statistics/paired.hpp"
#include "tests/metrics/statistics/source.hpp"

namespace fieldtwin {
namespace {

constexpr int kComparisons = 2000;

TEST(PairedCoverage, OfCountsOfWhichFewChangeIsAtLeast93Percent) {
  Source source(2026);
  struct Case {
    double common, gained, lost;
  };
  for (const auto& [common, gained, lost] :
       {Case{0.2, 0.005, 0.0}, Case{0.2, 0.05, 0.0}, Case{0.2, 0.02, 0.02}, Case{0.5, 0.2, 0.05},
        Case{3.0, 0.5, 0.5}, Case{0.0, 0.0, 0.1}, Case{3.0, 2.0, 1.0}}) {
    std::vector<double> base(50), alternative(50);
    int covered = 0;
    for (int comparison = 0; comparison < kComparisons; ++comparison) {
      for (std::size_t i = 0; i < base.size(); ++i) {
        const double both = source.poisson(common);
        base[i] = both + source.poisson(lost);
        alternative[i] = both + source.poisson(gained);
      }
      const auto estimate = paired_count_difference(base, alternative, Worlds::kDifferent);
      covered += holds(estimate.interval, gained - lost) ? 1 : 0;
    }
    EXPECT_GE(covered, 0.93 * kComparisons) << common << " " << gained << " " << lost;
  }
}

TEST(PairedCoverage, OfRatiosIsNominalAndNarrowerThanWithoutPairs) {
  // Amounts 2 and 2.2 for each unit of a base that both sides share, with noise of their own.
  Source source(7);
  const auto noise = [&source] { return 0.4 * (source.uniform() - 0.5); };
  std::vector<double> base(40), before(40), after(40);
  int covered = 0, covered_alone = 0;
  double width = 0.0, width_alone = 0.0;
  for (int comparison = 0; comparison < kComparisons; ++comparison) {
    for (std::size_t i = 0; i < base.size(); ++i) {
      base[i] = 1.0 + source.exponential();
      const double luck = source.uniform() + source.uniform() - 1.0;
      before[i] = base[i] * (2.0 + luck + noise());
      after[i] = base[i] * (2.2 + luck + noise());
    }
    const auto paired = *paired_ratio_difference({before, base}, {after, base}, Worlds::kDifferent);
    const Interval a = *ratio_estimate(before, base)->interval,
                   b = *ratio_estimate(after, base)->interval;
    const double half_alone = std::hypot(a.high - a.low, b.high - b.low) / 2.0;
    covered += holds(paired.interval, 0.2) ? 1 : 0;
    covered_alone += std::abs(paired.mean - 0.2) <= half_alone ? 1 : 0;
    width += paired.interval->high - paired.interval->low;
    width_alone += 2.0 * half_alone;
  }
  EXPECT_GE(covered, 0.93 * kComparisons);
  EXPECT_LE(covered, 0.97 * kComparisons);
  EXPECT_GT(covered_alone, 0.99 * kComparisons);
  EXPECT_LT(width, 0.5 * width_alone);
}

TEST(PairedCoverage, OfRatesIsAtLeast93PercentAlsoWhenTheExposureChanges) {
  // A policy that spares a tenth of the scans, and has every twentieth event no more.
  Source source(5);
  std::vector<double> scans(60), fewer(60), events(60), less(60);
  for (const double rate : {3e-4, 3e-3, 3e-2}) {
    int covered = 0;
    for (int comparison = 0; comparison < kComparisons; ++comparison) {
      for (std::size_t i = 0; i < scans.size(); ++i) {
        const double kept = source.poisson(180.0), spared = source.poisson(20.0);
        scans[i] = kept + spared;
        fewer[i] = kept;
        less[i] = source.poisson(0.95 * rate * kept);
        events[i] = less[i] + source.poisson(0.05 * rate * kept) + source.poisson(rate * spared);
      }
      const auto estimate =
          paired_rate_difference({events, scans}, {less, fewer}, 1e5, Worlds::kDifferent);
      covered += holds(estimate->interval, -0.05 * rate * 1e5) ? 1 : 0;
    }
    EXPECT_GE(covered, 0.93 * kComparisons) << rate;
  }
}

}  // namespace
}  // namespace fieldtwin

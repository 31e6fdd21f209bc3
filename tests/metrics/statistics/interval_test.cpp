#include "metrics/statistics/interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <vector>

namespace fieldtwin {
namespace {

using Values = std::vector<double>;

/// P(X <= k) of a Poisson variable, term by term.
double poisson_cdf(int k, double mean) {
  double term = std::exp(-mean), total = term;
  for (int i = 1; i <= k; ++i) total += term *= mean / i;
  return total;
}

/// P(X <= k) of a binomial variable, term by term.
double binomial_cdf(int k, int n, double p) {
  double term = std::pow(1.0 - p, n), total = term;
  for (int i = 1; i <= k; ++i) total += term *= (n - i + 1.0) / i * p / (1.0 - p);
  return total;
}

TEST(MeanWithTInterval, UsesStudentsTable) {
  // t(0.975, 4 df) = 2.7764 and t(0.995, 4 df) = 4.6041; the standard error is sqrt(2.5 / 5).
  const Values values{1, 2, 3, 4, 5};
  const Estimate estimate = mean_with_t_interval(values);
  EXPECT_DOUBLE_EQ(estimate.mean, 3.0);
  EXPECT_EQ(estimate.n, 5u);
  ASSERT_TRUE(estimate.interval);
  EXPECT_NEAR(estimate.interval->low, 3.0 - 2.7764 * std::sqrt(0.5), 5e-5);
  EXPECT_NEAR(estimate.interval->high, 3.0 + 2.7764 * std::sqrt(0.5), 5e-5);
  EXPECT_NEAR(mean_with_t_interval(values, 0.99).interval->high, 3.0 + 4.6041 * std::sqrt(0.5),
              5e-5);
}

TEST(MeanWithTInterval, OneReplicationHasNone) {
  const Estimate estimate = mean_with_t_interval(Values{7.0});
  EXPECT_EQ(estimate.mean, 7.0);
  EXPECT_EQ(estimate.n, 1u);
  EXPECT_FALSE(estimate.interval);
}

TEST(MeanWithTInterval, EqualValuesHaveNoWidthInAnyBit) {
  for (const double value : {0.0, 0.1, 1e9 / 3.0, -2.7}) {
    const Estimate estimate = mean_with_t_interval(Values(37, value));
    EXPECT_EQ(estimate.mean, value);
    EXPECT_EQ(estimate.interval, (Interval{value, value}));
  }
}

TEST(PoissonInterval, ReproducesGarwoodsTable) {
  struct Row {
    std::uint64_t count;
    double low, high;
  };
  for (const auto& [count, low, high] :
       {Row{0, 0.0, 3.689}, Row{1, 0.0253, 5.572}, Row{2, 0.242, 7.225}, Row{3, 0.619, 8.767},
        Row{5, 1.623, 11.668}, Row{10, 4.795, 18.390}, Row{20, 12.217, 30.888}}) {
    EXPECT_NEAR(poisson_interval(count).low, low, 5e-4) << count;
    EXPECT_NEAR(poisson_interval(count).high, high, 5e-4) << count;
  }
}

TEST(PoissonInterval, LeavesHalfTheErrorOnEachSide) {
  for (const double confidence : {0.8, 0.95, 0.99}) {
    for (const int count : {1, 4, 17, 90}) {
      const Interval interval = poisson_interval(static_cast<std::uint64_t>(count), confidence);
      EXPECT_NEAR(1.0 - poisson_cdf(count - 1, interval.low), (1.0 - confidence) / 2.0, 1e-10);
      EXPECT_NEAR(poisson_cdf(count, interval.high), (1.0 - confidence) / 2.0, 1e-10);
    }
  }
}

TEST(PoissonInterval, BoundOfNoneIsTheRuleOfThree) {
  EXPECT_NEAR(poisson_bound_of_none(), 2.9957, 5e-5);
  EXPECT_NEAR(poisson_cdf(0, poisson_bound_of_none(0.99)), 0.01, 1e-15);
}

TEST(BinomialInterval, ReproducesClopperPearsonTable) {
  struct Row {
    std::uint64_t successes, trials;
    double low, high;
  };
  for (const auto& [successes, trials, low, high] :
       {Row{0, 10, 0.0, 0.3085}, Row{1, 10, 0.0025, 0.4450}, Row{5, 10, 0.1871, 0.8129},
        Row{10, 10, 0.6915, 1.0}, Row{4, 20, 0.0573, 0.4366}, Row{0, 0, 0.0, 1.0}}) {
    EXPECT_NEAR(binomial_interval(successes, trials).low, low, 5e-5) << successes;
    EXPECT_NEAR(binomial_interval(successes, trials).high, high, 5e-5) << successes;
  }
}

TEST(BinomialInterval, LeavesHalfTheErrorOnEachSide) {
  for (const int successes : {1, 7, 30, 49}) {
    const Interval interval = binomial_interval(static_cast<std::uint64_t>(successes), 50, 0.9);
    EXPECT_NEAR(1.0 - binomial_cdf(successes - 1, 50, interval.low), 0.05, 1e-10);
    EXPECT_NEAR(binomial_cdf(successes, 50, interval.high), 0.05, 1e-10);
  }
}

TEST(CountEstimate, NothingSeenIsAnUpperBound) {
  const Estimate estimate = count_estimate(Values(100, 0.0));
  EXPECT_EQ(estimate.mean, 0.0);
  ASSERT_TRUE(estimate.interval);
  EXPECT_EQ(estimate.interval->low, 0.0);
  EXPECT_NEAR(estimate.interval->high, 0.029957, 1e-6);
  EXPECT_NEAR(count_estimate(Values{0.0}).interval->high, 2.9957, 1e-4);
}

TEST(CountEstimate, FewEventsHoldTheExactIntervalAndStudents) {
  Values counts(50, 0.0);
  counts[3] = 1.0;
  counts[9] = 1.0;
  const Estimate few = count_estimate(counts);
  EXPECT_DOUBLE_EQ(few.mean, 0.04);
  EXPECT_EQ(few.interval->low, 0.0);  // of the t interval, cut at 0
  EXPECT_NEAR(few.interval->high, 7.225 / 50.0, 1e-5);

  Values bunched(50, 0.0);
  bunched[3] = 40.0;  // the t interval sees the bunch, the Poisson interval does not
  EXPECT_DOUBLE_EQ(count_estimate(bunched).interval->high,
                   mean_with_t_interval(bunched).interval->high);
}

TEST(CountEstimate, ManyEventsGiveStudents) {
  const Values counts{12, 9, 17, 11, 14};
  const Estimate estimate = count_estimate(counts);
  const Estimate expected = mean_with_t_interval(counts);
  EXPECT_DOUBLE_EQ(estimate.mean, expected.mean);
  EXPECT_DOUBLE_EQ(estimate.interval->low, expected.interval->low);
  EXPECT_DOUBLE_EQ(estimate.interval->high, expected.interval->high);
}

TEST(CountEstimate, OneReplicationHasAnIntervalOnlyForFew) {
  EXPECT_NEAR(count_estimate(Values{3.0}).interval->high, 8.767, 5e-4);
  EXPECT_FALSE(count_estimate(Values{kFewEvents}).interval);
}

TEST(RateEstimate, OfEqualExposuresIsTheScaledCount) {
  const Values counts{12, 9, 17, 11, 14};
  const auto rate = rate_estimate(counts, Values(5, 2000.0), 100'000.0);
  const Estimate count = count_estimate(counts);
  ASSERT_TRUE(rate);
  EXPECT_DOUBLE_EQ(rate->mean, count.mean * 50.0);
  EXPECT_NEAR(rate->interval->low, count.interval->low * 50.0, 1e-9);
  EXPECT_NEAR(rate->interval->high, count.interval->high * 50.0, 1e-9);
}

TEST(RateEstimate, WeighsEachExposureAlikeAndKnowsNoOther) {
  const auto rate = rate_estimate(Values{90, 1}, Values{900, 100}, 1000.0);
  ASSERT_TRUE(rate);
  EXPECT_DOUBLE_EQ(rate->mean, 91.0);
  EXPECT_EQ(rate->n, 2u);
  EXPECT_FALSE(rate_estimate(Values{0, 0}, Values{0, 0}, 1000.0));
  EXPECT_FALSE(rate_estimate({}, {}, 1.0));
}

TEST(RateEstimate, ExactlyProportionalEventsHaveNoWidth) {
  const auto rate = rate_estimate(Values{40, 80, 120}, Values{10, 20, 30}, 1.0);
  ASSERT_TRUE(rate);
  EXPECT_EQ(rate->mean, 4.0);
  EXPECT_EQ(rate->interval, (Interval{4.0, 4.0}));
}

TEST(RateEstimate, NothingSeenIsAnUpperBoundByExposure) {
  const auto rate = rate_estimate(Values(10, 0.0), Values(10, 1000.0), 100'000.0);
  ASSERT_TRUE(rate);
  EXPECT_EQ(rate->mean, 0.0);
  EXPECT_NEAR(rate->interval->high, 29.957, 1e-3);
}

TEST(ProportionEstimate, IsExactWhereOneOutcomeIsRare) {
  const auto none = proportion_estimate(Values{0, 0}, Values{50, 50});
  EXPECT_EQ(none->interval->low, 0.0);
  EXPECT_NEAR(std::pow(1.0 - none->interval->high, 100), 0.05, 1e-12);
  const auto all = proportion_estimate(Values{50, 50}, Values{50, 50});
  EXPECT_EQ(all->mean, 1.0);
  EXPECT_EQ(all->interval->high, 1.0);
  EXPECT_NEAR(all->interval->low, 1.0 - none->interval->high, 1e-12);
  const auto few = proportion_estimate(Values{4}, Values{20});
  EXPECT_DOUBLE_EQ(few->mean, 0.2);
  EXPECT_NEAR(few->interval->low, 0.0573, 5e-5);
  EXPECT_NEAR(few->interval->high, 0.4366, 5e-5);
  EXPECT_FALSE(proportion_estimate(Values{0}, Values{0}));
}

TEST(RatioEstimate, AgreesWithTheJackknife) {
  std::mt19937_64 bits(7);
  const auto uniform = [&] { return static_cast<double>(bits() >> 11) * 0x1p-53; };
  Values amounts, bases;
  for (int i = 0; i < 400; ++i) {
    bases.push_back(10.0 + 5.0 * uniform());
    amounts.push_back(bases.back() * (0.6 + 0.1 * uniform()) + uniform());
  }
  const double amount = std::accumulate(amounts.begin(), amounts.end(), 0.0);
  const double base = std::accumulate(bases.begin(), bases.end(), 0.0);
  double squares = 0.0;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const double without = (amount - amounts[i]) / (base - bases[i]);
    squares += (without - amount / base) * (without - amount / base);
  }
  const double half = 1.96593 * std::sqrt(squares * 399.0 / 400.0);  // t(0.975, 399 df)
  const auto ratio = ratio_estimate(amounts, bases);
  ASSERT_TRUE(ratio);
  EXPECT_DOUBLE_EQ(ratio->mean, amount / base);
  EXPECT_NEAR((ratio->interval->high - ratio->interval->low) / 2.0, half, 0.005 * half);
}

TEST(RatioEstimate, BoundsNothingItHasNotSeen) {
  const auto nothing = ratio_estimate(Values{0, 0, 0}, Values{8, 8, 8});
  ASSERT_TRUE(nothing);
  EXPECT_EQ(nothing->mean, 0.0);
  EXPECT_FALSE(nothing->interval);
  EXPECT_FALSE(ratio_estimate(Values{1, 2}, Values{0, 0}));
}

TEST(Estimates, RefuseWhatIsNotData) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(mean_with_t_interval({}), std::invalid_argument);
  EXPECT_THROW(mean_with_t_interval(Values{1.0, nan}), std::invalid_argument);
  EXPECT_THROW(mean_with_t_interval(Values{1.0, 2.0}, 1.0), std::invalid_argument);
  EXPECT_THROW(count_estimate({}), std::invalid_argument);
  EXPECT_THROW(count_estimate(Values{0.5}), std::invalid_argument);
  EXPECT_THROW(count_estimate(Values{-1.0}), std::invalid_argument);
  EXPECT_THROW(rate_estimate(Values{1.0}, Values{1.0, 2.0}, 1.0), std::invalid_argument);
  EXPECT_THROW(rate_estimate(Values{1.0}, Values{-1.0}, 1.0), std::invalid_argument);
  EXPECT_THROW(rate_estimate(Values{1.0}, Values{1.0}, 0.0), std::invalid_argument);
  EXPECT_THROW(proportion_estimate(Values{3.0}, Values{2.0}), std::invalid_argument);
  EXPECT_THROW(binomial_interval(3, 2), std::invalid_argument);
  EXPECT_THROW(poisson_interval(3, 0.0), std::invalid_argument);
}

TEST(ScoreEstimate, OfZerosAndOnesIsThatOfEvents) {
  // Weight 1: 30 events in 10 replications, whose variance is that of Poisson numbers.
  const std::vector<double> scans(10, 100.0);
  const std::vector<double> scores{3, 1, 5, 3, 2, 4, 6, 1, 3, 2};
  const auto scored = score_estimate(scores, scans, 1000.0);
  const auto counted = rate_estimate(scores, scans, 1000.0);
  EXPECT_EQ(scored->mean, counted->mean);
  EXPECT_NEAR(scored->interval->low, counted->interval->low, 0.1 * counted->mean);
  EXPECT_NEAR(scored->interval->high, counted->interval->high, 0.1 * counted->mean);
}

TEST(ScoreEstimate, OfManySmallProbabilitiesIsStudents) {
  const std::vector<double> scans(5, 1000.0);
  const std::vector<double> scores{3.0, 3.1, 2.9, 3.05, 2.95};
  const auto scored = score_estimate(scores, scans, 1000.0);
  const auto students = ratio_estimate(scores, scans);
  EXPECT_DOUBLE_EQ(scored->mean, 3.0);
  EXPECT_DOUBLE_EQ(scored->interval->low, 1000.0 * students->interval->low);
  EXPECT_DOUBLE_EQ(scored->interval->high, 1000.0 * students->interval->high);
}

TEST(ScoreEstimate, ScalesWithTheWeightOfTheScores) {
  const std::vector<double> scans(6, 100.0);
  const std::vector<double> few{0, 1, 0, 0, 2, 0};
  std::vector<double> light = few;
  for (double& score : light) score *= 0.01;
  const auto heavy = score_estimate(few, scans, 1.0), scored = score_estimate(light, scans, 1.0);
  EXPECT_NEAR(scored->interval->low, 0.01 * heavy->interval->low, 1e-12);
  EXPECT_NEAR(scored->interval->high, 0.01 * heavy->interval->high, 1e-12);
  EXPECT_EQ(heavy->interval->low, 0.0);  // of Student's interval
}

TEST(ScoreEstimate, OfNothingIsTheRuleOfThree) {
  const std::vector<double> scans{400.0, 600.0}, none{0.0, 0.0}, one{0.0};
  EXPECT_DOUBLE_EQ(score_estimate(none, scans, 1.0)->interval->high, -std::log(0.05) / 1000.0);
  EXPECT_TRUE(score_estimate(one, std::vector<double>{10.0}, 1.0)->interval);
  EXPECT_FALSE(score_estimate(std::vector<double>{0.5}, std::vector<double>{10.0}, 1.0)->interval);
  EXPECT_FALSE(score_estimate(none, none, 1.0));
  EXPECT_THROW(score_estimate(std::vector<double>{-0.5, 1.0}, scans, 1.0), std::invalid_argument);
}

TEST(VarianceReduction, IsTheRatioOfTheSquaredErrors) {
  const std::vector<double> scans(4, 100.0);
  const std::vector<double> events{0, 2, 0, 2}, scores{0.9, 1.1, 0.9, 1.1};
  EXPECT_NEAR(*variance_reduction(events, scores, scans), 100.0, 1e-9);
  const std::vector<double> none(4, 0.0), same(4, 1.0);
  EXPECT_FALSE(variance_reduction(none, scores, scans));
  EXPECT_FALSE(variance_reduction(events, same, scans));
  EXPECT_FALSE(variance_reduction(events, scores, none));
}

}  // namespace
}  // namespace fieldtwin

#include "metrics/statistics/log_ratio.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>

namespace fieldtwin {
namespace {

using Ways = std::vector<FactorsOfWay>;

double total(const Ways& ways) {
  double sum = 0.0;
  for (const auto& way : ways) {
    double product = 1.0;
    for (const double factor : way) product *= factor;
    sum += product;
  }
  return sum;
}

double sum_of(const std::vector<std::vector<double>>& shares) {
  double sum = 0.0;
  for (const auto& way : shares) {
    for (const double share : way) sum += share;
  }
  return sum;
}

TEST(LogarithmicMean, LiesBetweenTheGeometricAndTheArithmeticOne) {
  EXPECT_DOUBLE_EQ(logarithmic_mean(1.0, std::exp(1.0)), std::exp(1.0) - 1.0);
  EXPECT_DOUBLE_EQ(logarithmic_mean(3.0, 3.0), 3.0);
  EXPECT_EQ(logarithmic_mean(0.0, 3.0), 0.0);
  EXPECT_NEAR(logarithmic_mean(2.0, 2.0 + 1e-13), 2.0, 1e-12);
  const double mean = logarithmic_mean(2.0, 8.0);
  EXPECT_GT(mean, 4.0);
  EXPECT_LT(mean, 5.0);
}

TEST(SharesOfLogRatio, OfASingleWayAreTheLogarithmsOfTheRatios) {
  const auto shares = shares_of_log_ratio({{6.0, 0.5, 0.1}}, {{2.0, 0.25, 0.2}});
  EXPECT_DOUBLE_EQ(shares[0][0], std::log(3.0));
  EXPECT_DOUBLE_EQ(shares[0][1], std::log(2.0));
  EXPECT_DOUBLE_EQ(shares[0][2], std::log(0.5));
}

TEST(SharesOfLogRatio, SumToTheLogarithmWhateverTheFactors) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> factor(0.001, 2.0);
  for (int trial = 0; trial < 500; ++trial) {
    Ways above(4, FactorsOfWay(6)), below(4, FactorsOfWay(6));
    for (auto* side : {&above, &below}) {
      for (auto& way : *side) {
        for (double& x : way) x = factor(random) < 0.1 ? 0.0 : factor(random);
      }
    }
    above[0] = below[0] = FactorsOfWay(6, 0.5);
    above[0][trial % 6] = 0.7;
    EXPECT_NEAR(sum_of(shares_of_log_ratio(above, below)), std::log(total(above) / total(below)),
                1e-12);
  }
}

TEST(SharesOfLogRatio, GiveAFactorThatIsAlikeNothingAndTheOneThatDiffersAll) {
  const auto shares =
      shares_of_log_ratio({{3.0, 0.2, 0.5}, {3.0, 0.4, 0.1}}, {{1.0, 0.2, 0.5}, {1.0, 0.4, 0.1}});
  EXPECT_NEAR(shares[0][0] + shares[1][0], std::log(3.0), 1e-15);
  EXPECT_EQ(shares[0][1], 0.0);
  EXPECT_EQ(shares[1][2], 0.0);
}

TEST(SharesOfLogRatio, LayAWayThatIsClosedOnOneSideOnWhatClosesIt) {
  const auto shares =
      shares_of_log_ratio({{1.0, 0.5, 0.5}, {1.0, 0.5, 0.5}}, {{1.0, 0.5, 0.5}, {1.0, 0.0, 123.0}});
  EXPECT_EQ(shares[1][0], 0.0);
  EXPECT_NEAR(shares[1][1], std::log(2.0), 1e-15);
  EXPECT_EQ(shares[1][2], 0.0);
  // It is the limit of a way that closes.
  const auto nearly = shares_of_log_ratio({{1.0, 0.5, 0.5}, {1.0, 0.5, 0.5}},
                                          {{1.0, 0.5, 0.5}, {1.0, 1e-300, 0.5}});
  EXPECT_NEAR(nearly[1][1], shares[1][1], 0.01);
}

TEST(SharesOfLogRatio, NeedPositiveTotalsAndEqualForms) {
  EXPECT_THROW(shares_of_log_ratio({{0.0}}, {{1.0}}), std::invalid_argument);
  EXPECT_THROW(shares_of_log_ratio({{1.0}}, {{0.0}}), std::invalid_argument);
  EXPECT_THROW(shares_of_log_ratio({{1.0}}, {{1.0, 1.0}}), std::invalid_argument);
  EXPECT_THROW(shares_of_log_ratio({{1.0}}, {{1.0}, {1.0}}), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

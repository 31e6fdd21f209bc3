#include "matcher/score/non_mated_tail.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fieldtwin {
namespace {

TEST(NonMatedTail, ThresholdAndRateInvertEachOther) {
  for (const double people : {1.0, 2.5, 1e3, 12e6, 1.2e9, 1e12}) {
    for (const double fpir : {1e-12, 1e-9, 0.003, 0.5, 0.99, 1.0 - 1e-12}) {
      const double threshold = threshold_for(Probability(fpir), people);
      ASSERT_TRUE(std::isfinite(threshold));
      const double back = false_positive_rate(threshold, people, 1.0).value();
      EXPECT_NEAR(back / fpir, 1.0, 1e-10) << people;
      EXPECT_NEAR((1.0 - back) / (1.0 - fpir), 1.0, 1e-3) << people;
    }
  }
}

TEST(NonMatedTail, FalseMatchRateBehindTheAnchor) {
  // 0.003 at 12 million is a false match rate of 2.5e-10 a comparison.
  EXPECT_NEAR(std::exp(-threshold_for(Probability(0.003), 12e6)), 2.5e-10, 0.01e-10);
}

TEST(NonMatedTail, SmallNumbersInPlainArithmetic) {
  EXPECT_NEAR(false_positive_rate(std::log(10.0), 2.0, 1.0).value(), 1.0 - 0.9 * 0.9, 1e-15);
  EXPECT_NEAR(false_positive_rate(std::log(10.0), 2.0, 3.0).value(), 1.0 - 0.7 * 0.7, 1e-15);
  EXPECT_EQ(false_positive_rate(0.0, 5.0, 1.0).value(), 1.0);
  EXPECT_EQ(false_positive_rate(std::log(10.0), 5.0, 1000.0).value(), 1.0);
}

TEST(NonMatedTail, SamplerIsTheInverseOfTheSurvivalFunction) {
  for (const double people : {1.0, 1e3, 1.2e9}) {
    for (const double factor : {1e-3, 1.0, 1e3}) {
      for (const double u : {1e-15, 1e-6, 0.003, 0.5, 0.999, 1.0 - 1e-12}) {
        const double score = best_impostor_score(u, people, factor);
        ASSERT_TRUE(std::isfinite(score));
        EXPECT_NEAR(false_positive_rate(score, people, factor).value() / u, 1.0, 1e-9);
      }
    }
  }
}

TEST(NonMatedTail, ImagesOfOnePersonCountByTheirCorrelation) {
  const auto people = [](double images, double correlation) {
    return effective_people(Count(200e6), Count(images), Probability(correlation));
  };
  EXPECT_EQ(people(1, 0.3), 200e6);
  EXPECT_EQ(people(6, 1), 200e6);
  EXPECT_EQ(people(6, 0), 1.2e9);
  EXPECT_EQ(people(6, 0.5), 700e6);
}

}  // namespace
}  // namespace fieldtwin

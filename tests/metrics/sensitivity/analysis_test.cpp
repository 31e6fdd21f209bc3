#include "metrics/sensitivity/analysis.hpp"

#include <gtest/gtest.h>

#include "tests/metrics/sensitivity/test_functions.hpp"

namespace fieldtwin {
namespace {

double additive(const std::vector<double>& x) {
  return 3.0 * x[0] + x[1];
}

TEST(Analysis, OfAGridGivesTheMeanAtEachLevel) {
  const GridDesign design{{3, 5}};
  const std::vector<Factor> factors{{"a", FactorRange{0.0, 2.0}}, {"b", FactorRange{0.0, 4.0}}};
  const auto analysis = analyse(design, factors, 1, evaluate(design, factors, 1, additive, 2));
  const MainEffect& a = *analysis->factors[0].main;
  ASSERT_EQ(a.levels.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(a.levels[i]->mean, 3.0 * static_cast<double>(i) + 2.0, 1e-12);
    EXPECT_EQ(a.levels[i]->interval, (Interval{a.levels[i]->mean, a.levels[i]->mean}));
  }
  // Variances of the levels' means: 9 * 2/3 = 6 and 2.
  EXPECT_NEAR(a.share.value(), 0.75, 1e-12);
  EXPECT_NEAR(analysis->factors[1].main->share.value(), 0.25, 1e-12);
}

TEST(Analysis, OfAGridTakesLuckOutOfTheShares) {
  const GridDesign design{{10, 10}};
  const std::vector<Factor> factors = ranges(2, 0.0, 1.0);
  const auto one_alone = [](const std::vector<double>& x) { return x[0]; };
  const auto analysis =
      analyse(design, factors, 1, evaluate(design, factors, 1, one_alone, 20, 0.3));
  EXPECT_NEAR(analysis->factors[0].main->share.value(), 1.0, 0.05);
  EXPECT_NEAR(analysis->factors[1].main->share.value(), 0.0, 0.02);
}

TEST(Analysis, OfAListHasALevelForEachEntry) {
  const LatinHypercubeDesign design{60};
  const std::vector<Factor> factors{{"which", FactorList{3}}, {"x", FactorRange{0.0, 1.0}}};
  const auto function = [](const std::vector<double>& x) { return x[0] * x[0]; };
  const auto analysis = analyse(design, factors, 1, evaluate(design, factors, 1, function));
  const MainEffect& which = *analysis->factors[0].main;
  ASSERT_EQ(which.levels.size(), 3u);
  EXPECT_EQ(which.levels[2]->mean, 4.0);
  EXPECT_NEAR(which.share.value(), 1.0, 0.01);
  EXPECT_EQ(analysis->factors[1].main->levels.size(), 7u);  // the root of 60
}

// The first-order shares as far as ten levels can show them, from points without any structure:
// the variance of the means of f_i over tenths of its range, by integration, as a share of all.
TEST(Analysis, OfDrawnPointsEstimatesFirstOrderShares) {
  for (const Design& design : {Design(LatinHypercubeDesign{4000}),
                               Design(SobolSequenceDesign{4096}), Design(SaltelliDesign{2048})}) {
    const auto analysis =
        analyse(design, kIshigamiFactors, 3, evaluate(design, kIshigamiFactors, 3, ishigami));
    EXPECT_NEAR(analysis->factors[0].main->share.value(), 0.3037, 0.02) << name_of(design);
    EXPECT_NEAR(analysis->factors[1].main->share.value(), 0.3872, 0.02) << name_of(design);
    EXPECT_NEAR(analysis->factors[2].main->share.value(), 0.0, 0.02) << name_of(design);
  }
}

TEST(Analysis, OfOnePointIsNothing) {
  EXPECT_FALSE(analyse(LatinHypercubeDesign{1}, kIshigamiFactors, 1, {{1.0}}).has_value());
}

}  // namespace
}  // namespace fieldtwin

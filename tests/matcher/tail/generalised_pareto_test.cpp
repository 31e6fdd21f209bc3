#include "matcher/tail/generalised_pareto.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace fieldtwin {
namespace {

/// The excesses at evenly spread shares: a sample without chance.
std::vector<double> even_sample(const GeneralisedPareto& law, std::size_t n) {
  std::vector<double> excesses;
  for (std::size_t i = 0; i < n; ++i) {
    excesses.push_back(law.quantile((static_cast<double>(i) + 0.5) / static_cast<double>(n)));
  }
  return excesses;
}

TEST(GeneralisedPareto, SurvivalAndQuantileAreInverse) {
  for (const double shape : {-1.0, -0.3, 0.0, 0.2, 0.45}) {
    const GeneralisedPareto law{2.5, shape};
    for (const double u : {0.01, 0.5, 0.9, 0.9999}) {
      EXPECT_NEAR(law.survival(law.quantile(u)), 1.0 - u, 1e-12) << shape << " " << u;
    }
  }
}

TEST(GeneralisedPareto, NothingLiesBeyondTheEndOfABoundedTail) {
  const GeneralisedPareto uniform{2.0, -1.0};
  EXPECT_DOUBLE_EQ(uniform.survival(1.0), 0.5);
  EXPECT_EQ(uniform.survival(2.0), 0.0);
  EXPECT_EQ(uniform.survival(3.0), 0.0);
}

TEST(GeneralisedPareto, TheFitFindsTheLawAgain) {
  for (const double shape : {-1.0, -0.3, 0.0, 0.25}) {
    const auto fit = fit_generalised_pareto(even_sample({0.7, shape}, 100'000));
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->shape, shape, 0.01) << shape;
    EXPECT_NEAR(fit->scale, 0.7, 0.01) << shape;
  }
}

TEST(GeneralisedPareto, NoFitWithoutExcessesThatDiffer) {
  EXPECT_FALSE(fit_generalised_pareto(std::vector<double>{}));
  EXPECT_FALSE(fit_generalised_pareto(std::vector<double>{1.0}));
  EXPECT_FALSE(fit_generalised_pareto(std::vector<double>{1.0, 1.0, 1.0}));
}

}  // namespace
}  // namespace fieldtwin

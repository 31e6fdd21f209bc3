#include "metrics/sensitivity/responses.hpp"

#include <gtest/gtest.h>

#include "metrics/sensitivity/variance_parts.hpp"

namespace fieldtwin {
namespace {

TEST(ProductOfMeans, IsTheMeanOverDifferentReplications) {
  const std::vector<double> a{1.0, 2.0, 4.0}, b{3.0, 5.0, 6.0};
  const double pairs = 1 * 5 + 1 * 6 + 2 * 3 + 2 * 6 + 4 * 3 + 4 * 5;
  EXPECT_NEAR(product_of_means(a, b), pairs / 6.0, 1e-12);
}

TEST(ProductOfMeans, OfOneReplicationIsTheProduct) {
  const std::vector<double> a{3.0}, b{-2.0};
  EXPECT_EQ(product_of_means(a, b), -6.0);
}

TEST(VarianceParts, WithoutLuckAllIsTheFactors) {
  const VarianceParts parts = variance_parts({{1.0, 1.0}, {2.0, 2.0}, {6.0, 6.0}});
  EXPECT_NEAR(parts.between_points, 7.0, 1e-12);
  EXPECT_NEAR(parts.of_factors, 7.0, 1e-12);
  EXPECT_NEAR(parts.noise_share.value(), 0.0, 1e-12);
}

TEST(VarianceParts, OfEqualPointsAllIsLuck) {
  const VarianceParts parts = variance_parts({{1.0, -1.0}, {-2.0, 2.0}, {1.0, -0.5}});
  EXPECT_EQ(parts.noise_share.value(), 1.0);
}

TEST(VarianceParts, OfOneReplicationSaysNothingOfLuck) {
  EXPECT_FALSE(variance_parts({{1.0}, {2.0}}).noise_share.has_value());
}

}  // namespace
}  // namespace fieldtwin

#include "sim/designs/latin_hypercube.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace fieldtwin {
namespace {

const std::vector<std::uint64_t> kFactors{11, 22, 33};

std::vector<double> column(const UnitPoints& points, std::size_t factor) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(point[factor]);
  return values;
}

TEST(LatinHypercube, PutsOnePointInEachStratumOfEachFactor) {
  for (const std::uint32_t rows : {1u, 2u, 7u, 64u, 1000u, 70'000u}) {
    const UnitPoints points = latin_hypercube(rows, kFactors, 5);
    ASSERT_EQ(points.size(), rows);
    for (std::size_t j = 0; j < kFactors.size(); ++j) {
      std::vector<double> values = column(points, j);
      std::ranges::sort(values);
      EXPECT_GT(values.front(), 0.0);
      EXPECT_LT(values.back(), 1.0);
      for (std::uint32_t i = 0; i < rows; ++i) {
        EXPECT_GE(values[i], static_cast<double>(i) / rows);
        EXPECT_LE(values[i], (i + 1.0) / rows);
      }
    }
  }
}

TEST(LatinHypercube, IsAFunctionOfItsArguments) {
  EXPECT_EQ(latin_hypercube(50, kFactors, 5), latin_hypercube(50, kFactors, 5));
  EXPECT_NE(latin_hypercube(50, kFactors, 5), latin_hypercube(50, kFactors, 6));
}

TEST(LatinHypercube, AddingAFactorMovesNoOther) {
  const UnitPoints few = latin_hypercube(40, {11, 33}, 5);
  const UnitPoints more = latin_hypercube(40, kFactors, 5);
  EXPECT_EQ(column(few, 0), column(more, 0));
  EXPECT_EQ(column(few, 1), column(more, 2));
  EXPECT_NE(column(more, 1), column(more, 2));
}

TEST(LatinHypercube, OfOneRowIsOnePoint) {
  const UnitPoints points = latin_hypercube(1, kFactors, 5);
  ASSERT_EQ(points.size(), 1u);
  EXPECT_EQ(points.front().size(), kFactors.size());
}

// Each of the six pairings of three strata comes equally often: a chi-square with 5 degrees of
// freedom exceeds 20.5 with probability 0.001.
TEST(LatinHypercube, PairsStrataAtRandom) {
  constexpr std::uint64_t kDesigns = 6000;
  std::vector<double> seen(27, 0.0);
  for (std::uint64_t seed = 0; seed < kDesigns; ++seed) {
    const std::vector<double> values = column(latin_hypercube(3, {1}, seed), 0);
    std::size_t code = 0;
    for (const double value : values) code = 3 * code + static_cast<std::size_t>(3.0 * value);
    seen[code] += 1.0;
  }
  double chi_square = 0.0;
  int orders = 0;
  for (const double count : seen) {
    if (count == 0.0) continue;
    ++orders;
    chi_square += (count - kDesigns / 6.0) * (count - kDesigns / 6.0) / (kDesigns / 6.0);
  }
  EXPECT_EQ(orders, 6);
  EXPECT_LT(chi_square, 20.5);
}

// The mean of an additive function varies far less than over as many independent points, whose
// variance would be 3 / (12 rows); over a Latin hypercube it is of order rows^-3 (Stein 1987).
TEST(LatinHypercube, EstimatesAdditiveMeansBetterThanIndependentPoints) {
  constexpr std::uint32_t kRows = 20;
  constexpr int kDesigns = 200;
  double squares = 0.0;
  for (int seed = 0; seed < kDesigns; ++seed) {
    double sum = 0.0;
    for (const auto& point : latin_hypercube(kRows, kFactors, static_cast<std::uint64_t>(seed))) {
      sum += std::accumulate(point.begin(), point.end(), 0.0);
    }
    squares += std::pow(sum / kRows - 1.5, 2.0);
  }
  const double independent = 3.0 / (12.0 * kRows);
  EXPECT_LT(squares / kDesigns, independent / 100.0);
}

// Two factors' coordinates are uncorrelated: over many designs the mean product is 1/4.
TEST(LatinHypercube, PairsFactorsIndependently) {
  constexpr int kDesigns = 2000;
  double product = 0.0;
  for (int seed = 0; seed < kDesigns; ++seed) {
    for (const auto& point : latin_hypercube(5, {7, 8}, static_cast<std::uint64_t>(seed))) {
      product += (point[0] - 0.5) * (point[1] - 0.5);
    }
  }
  const double deviation = 1.0 / 12.0 / std::sqrt(5.0 * kDesigns);
  EXPECT_NEAR(product / (5.0 * kDesigns), 0.0, 4.0 * deviation);
}

}  // namespace
}  // namespace fieldtwin

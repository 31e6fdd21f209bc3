#include "sim/designs/sobol_sequence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>

namespace fieldtwin {
namespace {

std::vector<std::uint64_t> entities(std::size_t n) {
  std::vector<std::uint64_t> result(n);
  std::iota(result.begin(), result.end(), 100u);
  return result;
}

TEST(SobolSequence, PutsOnePointInEachStratum) {
  for (const std::uint32_t rows : {1u, 2u, 16u, 1024u}) {
    const UnitPoints points = sobol_sequence(rows, entities(40), 9);
    for (std::size_t j = 0; j < 40; ++j) {
      std::set<std::uint32_t> strata;
      for (const auto& point : points) {
        EXPECT_GT(point[j], 0.0);
        EXPECT_LT(point[j], 1.0);
        strata.insert(static_cast<std::uint32_t>(point[j] * rows));
      }
      EXPECT_EQ(strata.size(), rows) << "factor " << j;
    }
  }
}

// The first two factors are a (0, 2)-sequence: 2^m points have one in every box of 2^-m, however
// it is cut.
TEST(SobolSequence, IsANetInItsFirstTwoFactors) {
  constexpr std::uint32_t kRows = 256;
  const UnitPoints points = sobol_sequence(kRows, entities(2), 9);
  for (std::uint32_t wide = 1; wide <= kRows; wide *= 2) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> boxes;
    for (const auto& point : points) {
      boxes.emplace(static_cast<std::uint32_t>(point[0] * wide),
                    static_cast<std::uint32_t>(point[1] * (kRows / wide)));
    }
    EXPECT_EQ(boxes.size(), kRows) << wide << " columns";
  }
}

TEST(SobolSequence, ALongerOneBeginsWithAShorterOne) {
  UnitPoints longer = sobol_sequence(100, entities(5), 9);
  longer.resize(37);
  EXPECT_EQ(longer, sobol_sequence(37, entities(5), 9));
}

TEST(SobolSequence, IsScrambledBySeed) {
  EXPECT_NE(sobol_sequence(8, entities(2), 1), sobol_sequence(8, entities(2), 2));
}

// Every point of a scrambled sequence is uniform, the first (the origin) too.
TEST(SobolSequence, EachPointIsUniformOverSeeds) {
  constexpr int kSeeds = 4000;
  double sum = 0.0, squares = 0.0;
  for (int seed = 0; seed < kSeeds; ++seed) {
    const double u = sobol_sequence(1, {7}, static_cast<std::uint64_t>(seed))[0][0];
    sum += u;
    squares += u * u;
  }
  EXPECT_NEAR(sum / kSeeds, 0.5, 4.0 * std::sqrt(1.0 / 12.0 / kSeeds));
  EXPECT_NEAR(squares / kSeeds, 1.0 / 3.0, 4.0 * std::sqrt(4.0 / 45.0 / kSeeds));
}

// exp(x y z) integrates far better than by as many independent points, whose error is about 0.006.
TEST(SobolSequence, IntegratesASmoothFunction) {
  double worst = 0.0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    double sum = 0.0;
    for (const auto& p : sobol_sequence(1024, entities(3), seed))
      sum += std::exp(p[0] * p[1] * p[2]);
    worst = std::max(worst, std::abs(sum / 1024.0 - 1.1464990725));
  }
  EXPECT_LT(worst, 2e-4);
}

TEST(SobolSequence, RefusesMoreFactorsThanItHas) {
  EXPECT_THROW(sobol_sequence(1, entities(kMostSobolFactors + 1), 1), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

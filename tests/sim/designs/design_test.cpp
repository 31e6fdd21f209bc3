#include "sim/designs/design.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "sim/designs/morris.hpp"

namespace fieldtwin {
namespace {

const std::vector<Factor> kThree{{"a", FactorRange{1.0, 3.0}},
                                 {"b", FactorRange{1.0, 100.0, Spacing::kLogarithmic}},
                                 {"c", FactorList{4}}};

TEST(Factor, ARangeHasItsEndsAmongItsLevels) {
  EXPECT_EQ(value_at(kThree[0], place_of_level(kThree[0], 0, 5)), 1.0);
  EXPECT_EQ(value_at(kThree[0], place_of_level(kThree[0], 2, 5)), 2.0);
  EXPECT_EQ(value_at(kThree[0], place_of_level(kThree[0], 4, 5)), 3.0);
  EXPECT_EQ(value_at(kThree[1], 0.0), 1.0);
  EXPECT_NEAR(value_at(kThree[1], 0.5), 10.0, 1e-12);
  EXPECT_EQ(value_at(kThree[1], 1.0), 100.0);
}

TEST(Factor, EveryEntryOfAListIsAsLikely) {
  std::map<double, int> seen;
  for (int i = 0; i < 400; ++i) ++seen[value_at(kThree[2], (i + 0.5) / 400.0)];
  EXPECT_EQ(seen, (std::map<double, int>{{0.0, 100}, {1.0, 100}, {2.0, 100}, {3.0, 100}}));
  EXPECT_EQ(value_at(kThree[2], 1.0), 3.0);
}

TEST(Factor, ADistributionIsReadAtItsQuantiles) {
  const Factor factor{"d", Distribution(Distribution::Shape(Exponential{2.0}))};
  EXPECT_NEAR(value_at(factor, 0.5), 2.0 * std::log(2.0), 1e-12);
  EXPECT_TRUE(std::isfinite(value_at(factor, place_of_level(factor, 3, 4))));
}

TEST(Factor, IsRoundedWhereOnlyWholeNumbersMakeSense) {
  const Factor factor{"n", FactorRange{1.0, 4.0}, Factor::Rounding::kWhole};
  EXPECT_EQ(value_at(factor, 0.4), 2.0);
}

TEST(Design, AGridHasEveryCombinationOnce) {
  const UnitPoints points = points_of(GridDesign{{2, 3, 4}}, kThree, 1);
  EXPECT_EQ(points.size(), 24u);
  EXPECT_EQ(std::set(points.begin(), points.end()).size(), 24u);
  EXPECT_EQ(points.front(), (std::vector<double>{0.0, 0.0, 0.125}));
  EXPECT_EQ(points[1], (std::vector<double>{0.0, 0.0, 0.375}));
}

TEST(Design, ABlockIsTwoPointsAndTheirMixtures) {
  const UnitPoints points = points_of(SaltelliDesign{8}, kThree, 1);
  ASSERT_EQ(points.size(), 40u);
  for (std::size_t block = 0; block < 40; block += 5) {
    for (std::size_t j = 0; j < 3; ++j) {
      EXPECT_NE(points[block][j], points[block + 1][j]);
      for (std::size_t mixed = 0; mixed < 3; ++mixed) {
        EXPECT_EQ(points[block + 2 + mixed][j], points[block + (mixed == j ? 1 : 0)][j]);
      }
    }
  }
}

TEST(Design, SomeCanBeExtended) {
  const std::vector<std::pair<Design, Design>> pairs{
      {SobolSequenceDesign{8}, SobolSequenceDesign{20}},
      {MorrisDesign{3, 4}, MorrisDesign{5, 4}},
      {SaltelliDesign{4}, SaltelliDesign{7}}};
  for (const auto& [small, large] : pairs) {
    EXPECT_TRUE(is_extendable(small));
    const UnitPoints few = points_of(small, kThree, 3);
    UnitPoints more = points_of(large, kThree, 3);
    EXPECT_GT(more.size(), few.size());
    more.resize(few.size());
    EXPECT_EQ(more, few) << name_of(small);
  }
  EXPECT_FALSE(is_extendable(GridDesign{{2, 2, 2}}));
  EXPECT_FALSE(is_extendable(LatinHypercubeDesign{4}));
}

TEST(Morris, EachStepMovesOneFactorByHalfOfTheLevels) {
  const Trajectories walks = morris_trajectories(50, 6, {1, 2, 3, 4}, 1);
  ASSERT_EQ(walks.rows.size(), 250u);
  EXPECT_DOUBLE_EQ(walks.step(), 0.6);
  for (std::size_t t = 0; t < 50; ++t) {
    std::set<std::size_t> moved;
    for (std::size_t step = 0; step < 4; ++step) {
      const auto &from = walks.rows[5 * t + step], &to = walks.rows[5 * t + step + 1];
      for (std::size_t j = 0; j < 4; ++j) {
        const auto distance = from[j] > to[j] ? from[j] - to[j] : to[j] - from[j];
        EXPECT_EQ(distance, j == walks.moved[t][step] ? 3u : 0u);
        EXPECT_LT(to[j], 6u);
      }
      moved.insert(walks.moved[t][step]);
    }
    EXPECT_EQ(moved.size(), 4u);
  }
}

// A chi-square with 3 degrees of freedom exceeds 16.3 with probability 0.001.
TEST(Morris, EveryLevelIsAsLikely) {
  const Trajectories walks = morris_trajectories(4000, 4, {1}, 1);
  std::vector<double> seen(4, 0.0);
  for (std::size_t t = 0; t < 4000; ++t) seen[walks.rows[2 * t][0]] += 1.0;
  double chi_square = 0.0;
  for (const double count : seen) chi_square += (count - 1000.0) * (count - 1000.0) / 1000.0;
  EXPECT_LT(chi_square, 16.3);
}

TEST(Morris, RefusesAnOddNumberOfLevels) {
  EXPECT_THROW(morris_trajectories(1, 3, {1}, 1), std::invalid_argument);
  EXPECT_THROW(morris_trajectories(1, 0, {1}, 1), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

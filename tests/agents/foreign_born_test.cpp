#include "agents/foreign_born.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace fieldtwin {
namespace {

using Groups = std::array<double, kEthnicities>;
constexpr Groups kShares{0.5, 0.15, 0.01, 0.06, 0.005, 0.025, 0.25};

double odds_of(double p) {
  return p / (1.0 - p);
}

double total(const Groups& p) {
  double sum = 0.0;
  for (std::size_t e = 0; e < kEthnicities; ++e) sum += kShares[e] * p[e];
  return sum;
}

TEST(ForeignBorn, KeepsTheStatesShareAndTheOddsRatios) {
  const Groups odds{1, 3, 0.5, 50, 8, 2, 15};
  for (const double share : {1e-6, 0.035, 0.139, 0.27, 0.5, 0.9, 0.999}) {
    const Groups p = foreign_born_by_group(kShares, odds, share);
    EXPECT_NEAR(total(p), share, 1e-13 + 1e-12 * share);
    for (std::size_t e = 0; e < kEthnicities; ++e) {
      EXPECT_GT(p[e], 0.0);
      EXPECT_LT(p[e], 1.0);
      EXPECT_NEAR(odds_of(p[e]) / odds_of(p[0]) / odds[e], 1.0, 1e-8);
    }
  }
}

TEST(ForeignBorn, EqualOddsGiveTheShareToAll) {
  for (const double p : foreign_born_by_group(kShares, {7, 7, 7, 7, 7, 7, 7}, 0.2)) {
    EXPECT_NEAR(p, 0.2, 1e-12);
  }
}

TEST(ForeignBorn, EdgesOfTheShare) {
  const Groups odds{1, 3, 0.5, 50, 8, 2, 15};
  EXPECT_EQ(foreign_born_by_group(kShares, odds, 0.0), Groups{});
  for (const double p : foreign_born_by_group(kShares, odds, 1.0)) EXPECT_NEAR(p, 1.0, 1e-12);
}

TEST(ForeignBorn, AGroupWithoutOddsHasNone) {
  const Groups p = foreign_born_by_group(kShares, {0, 3, 0.5, 50, 8, 2, 15}, 0.2);
  EXPECT_EQ(p[0], 0.0);
  EXPECT_NEAR(total(p), 0.2, 1e-12);
  EXPECT_THROW(foreign_born_by_group(kShares, {0, 0, 0, 50, 0, 0, 0}, 0.2), std::invalid_argument);
}

TEST(ForeignBorn, ExtremeOddsStayProbabilities) {
  for (const double p : foreign_born_by_group(kShares, {1e-9, 1, 1, 1e9, 1, 1, 1}, 0.1)) {
    EXPECT_GE(p, 0.0);
    EXPECT_LE(p, 1.0);
  }
}

}  // namespace
}  // namespace fieldtwin

#include "matcher/score/probe_mix.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace fieldtwin {
namespace {

std::array<Count, kEthnicities> factors(const std::array<double, kEthnicities>& values) {
  std::array<Count, kEthnicities> result;
  for (std::size_t e = 0; e < kEthnicities; ++e) result[e] = Count(values[e]);
  return result;
}

const ProbeMix kMix{{{{30, 10}, {15, 5}, {1, 1}, {3, 3}, {1, 0}, {2, 2}, {20, 7}}}};

TEST(FalseMatchFactors, RatiosAreThoseGivenAndTheMeanIsOne) {
  const std::array<double, kEthnicities> ethnicity{1, 10, 30, 8, 4, 2, 3};
  const ByGroup m = false_match_factors(Count(3.0), factors(ethnicity), kMix);
  double total = 0.0;
  double weighted = 0.0;
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    EXPECT_NEAR(m[e][1] / m[e][0], 3.0, 1e-12);
    EXPECT_NEAR(m[e][0] / m[0][0], ethnicity[e], 1e-12);
    for (std::size_t s = 0; s < 2; ++s) {
      total += kMix.weight[e][s];
      weighted += kMix.weight[e][s] * m[e][s];
    }
  }
  EXPECT_NEAR(weighted / total, 1.0, 1e-12);
}

TEST(FalseMatchFactors, EqualFactorsAreOne) {
  for (const auto& group : false_match_factors(Count(1.0), factors({5, 5, 5, 5, 5, 5, 5}), kMix)) {
    for (const double m : group) EXPECT_NEAR(m, 1.0, 1e-12);
  }
}

TEST(FalseMatchFactors, RefusesAnEmptyMix) {
  EXPECT_THROW(false_match_factors(Count(1.0), factors({1, 1, 1, 1, 1, 1, 1}), ProbeMix{}),
               std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

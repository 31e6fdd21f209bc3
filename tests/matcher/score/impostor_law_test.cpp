#include "matcher/score/impostor_law.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "matcher/score/non_mated_tail.hpp"

namespace fieldtwin {
namespace {

struct Law {
  double people;
  double factor;
  double threshold;
  double rate;
  double limit;

  ImpostorLaw law() const { return {people, factor, threshold, rate, limit}; }
  /// A rival that stays below the threshold with that probability.
  Rival rival(double below) const { return Rival::at(-std::log(below) / rate, rate); }
  double chance() const {
    return std::min(limit, false_positive_rate(threshold, people, factor).value());
  }
};

/// The same by summing over u, which is spread as a power so that the singularity at 0 does no
/// harm.
double by_quadrature(const Law& s, double a, double b) {
  constexpr int kSteps = 20'000;
  constexpr double kPower = 12.0;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double t = (i + 0.5) / kSteps;
    const double u = s.chance() * std::pow(t, kPower);
    const double above = best_impostor_score(u, s.people, s.factor) - s.threshold;
    const double r = std::exp(s.rate * std::max(0.0, above));
    sum += std::min(1.0, a * r) * std::min(1.0, b * r) * kPower * std::pow(t, kPower - 1.0);
  }
  return s.chance() * sum / kSteps;
}

TEST(ImpostorLaw, IsTheIntegralOverTheBestImpostor) {
  const double national = threshold_for(Probability(0.003), 2e8);
  const Law settings[] = {
      {2e8, 1.0, national, 0.17, 1.0}, {2e8, 8.0, national, 0.17, 1.0},
      {2e8, 0.3, national, 0.39, 1.0}, {2e8, 1.0, national, 0.07, 1e-4},
      {1.2e9, 3.0, 12.0, 0.17, 1.0},   {1000.0, 1.0, 5.0, 0.2, 1.0},
      {1e6, 2.0, 14.0, 0.5, 1.0},      {1e6, 1.0, 15.0, 0.8, 1.0},
      {200.0, 1.0, 6.0, 1.7, 1.0},
  };
  for (const Law& s : settings) {
    for (const double a : {1e-4, 0.03, 0.5, 1.0}) {
      for (const double b : {0.02, 0.9, 1.0}) {
        const double expected = by_quadrature(s, a, b);
        const Rival one = s.rival(a), other = s.rival(b);
        EXPECT_NEAR(s.law().beats(one, other) / expected, 1.0, 2e-5)
            << s.people << ' ' << s.threshold << ' ' << s.rate << ' ' << a << ' ' << b;
        EXPECT_EQ(s.law().beats(one, other), s.law().beats(other, one));
      }
    }
    EXPECT_NEAR(s.law().above() / s.chance(), 1.0, 1e-8);
    EXPECT_NEAR(s.law().beats({}, {}) / s.chance(), 1.0, 1e-8);
  }
}

TEST(ImpostorLaw, OfRareImpostorsIsTheRatioOfOneMoreExponent) {
  // Few impostors, who rarely reach the highest score: phi f / (1 - b).
  const Law s{2e8, 1.0, threshold_for(Probability(1e-6), 2e8), 0.17, 1.0};
  EXPECT_NEAR(s.law().beats(s.rival(0.03), {}) / (0.03 * 1e-6 / (1.0 - 0.17)), 1.0, 1e-6);
}

TEST(ImpostorLaw, OfNoImpostorsIsNothing) {
  const Law s{2e8, 1.0, 20.0, 0.17, 0.0};
  EXPECT_EQ(s.law().beats(s.rival(0.1), {}), 0.0);
}

}  // namespace
}  // namespace fieldtwin

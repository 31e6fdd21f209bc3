#include "sim/random/gamma_beta.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <cmath>
#include <vector>

namespace fieldtwin {
namespace {

/// Shares from the far lower to the far upper end of what a draw can be.
std::vector<double> shares() {
  std::vector<double> u{0x1p-54, 1e-12, 1e-8, 1e-4, 1.0 - 1e-4, 1.0 - 1e-8, 1.0 - 0x1p-53};
  for (int i = 1; i < 200; ++i) u.push_back(i / 200.0);
  return u;
}

TEST(GammaQuantile, IsTheInverseOfTheCdf) {
  for (double shape : {0.1, 0.5, 1.0, 2.0, 7.5, 100.0, 1e4}) {
    const boost::math::gamma_distribution<long double> gamma(shape);
    for (double u : shares()) {
      EXPECT_NEAR(static_cast<double>(cdf(gamma, gamma_quantile(shape, u))), u, 1e-11)
          << "shape " << shape;
    }
  }
}

TEST(GammaQuantile, IsExponentialForShapeOne) {
  for (double u : shares()) {
    EXPECT_NEAR(gamma_quantile(1.0, u), -std::log1p(-u), 1e-12 * -std::log1p(-u));
  }
}

TEST(GammaQuantile, StaysFiniteAtTheWidestAndTheNarrowestShape) {
  for (double shape : {1e-6, 1e8}) {
    double last = 0.0;
    for (int i = 1; i < 100; ++i) {
      const double value = gamma_quantile(shape, i / 100.0);
      EXPECT_TRUE(std::isfinite(value));
      EXPECT_GE(value, last);
      last = value;
    }
  }
}

// One half is among the parameters because it takes its own way through Boost.
TEST(BetaQuantile, IsTheInverseOfTheCdf) {
  const std::vector<double> parameters{0.05, 0.5, 1.0, 2.0, 3.0, 7.5, 100.0, 1e4};
  for (double alpha : parameters) {
    for (double beta : parameters) {
      const boost::math::beta_distribution<long double> law(alpha, beta);
      for (double u : shares()) {
        // Near 1 a value has few bits left: the share must lie between those of its neighbours.
        const double value = beta_quantile(alpha, beta, u);
        ASSERT_TRUE(value >= 0.0 && value <= 1.0) << alpha << ", " << beta << " at " << u;
        const double below = static_cast<double>(cdf(law, std::nextafter(value, 0.0)));
        const double above = static_cast<double>(cdf(law, std::nextafter(value, 1.0)));
        EXPECT_LE(below, u + 1e-11) << alpha << ", " << beta;
        EXPECT_GE(above, u - 1e-11) << alpha << ", " << beta;
      }
    }
  }
}

TEST(BetaQuantile, HasItsClosedFormsForPowers) {
  for (double u : shares()) {
    EXPECT_NEAR(beta_quantile(0.5, 1.0, u), u * u, 1e-12 * u * u);
    EXPECT_NEAR(beta_quantile(3.0, 1.0, u), std::cbrt(u), 1e-12);
    EXPECT_NEAR(beta_quantile(1.0, 1.0, u), u, 1e-12 * u);
  }
}

}  // namespace
}  // namespace fieldtwin

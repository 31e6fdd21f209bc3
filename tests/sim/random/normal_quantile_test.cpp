#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/random/distribution.hpp"

namespace fieldtwin {
namespace {

// The test values that Wichura (1988) prints for PPND16.
TEST(NormalQuantile, GivesThePublishedTestValues) {
  EXPECT_NEAR(normal_quantile(0.25), -0.6744897501960817, 1e-15);
  EXPECT_NEAR(normal_quantile(0.001), -3.090232306167814, 4e-15);
  EXPECT_NEAR(normal_quantile(1e-20), -9.262340089798408, 1e-14);
}

TEST(NormalQuantile, AgreesWithBoostFromTailToTail) {
  const boost::math::normal_distribution<long double> normal;
  const auto expect_close = [&normal](double u) {
    const double exact = static_cast<double>(quantile(normal, static_cast<long double>(u)));
    EXPECT_NEAR(normal_quantile(u), exact, 2e-15 * std::abs(exact)) << "u = " << u;
  };
  for (int i = 1; i < 2'000; ++i) {
    if (i != 1'000) expect_close(i / 2'000.0);
  }
  for (int power = 4; power <= 300; ++power) expect_close(std::pow(10.0, -power));
  for (int power = 4; power <= 53; ++power) expect_close(1.0 - std::ldexp(1.0, -power));
  EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(NormalQuantile, IsAntisymmetric) {
  for (int i = 1; i < 512; ++i) {
    const double u = i / 1024.0;
    EXPECT_EQ(normal_quantile(1.0 - u), -normal_quantile(u));
  }
}

}  // namespace
}  // namespace fieldtwin

#include "sim/random/distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "sim/quantities.hpp"
#include "sim/random/draws.hpp"
#include "tests/sim/random/goodness_of_fit.hpp"

namespace fieldtwin {
namespace {

// One draw costs one uniform number, because there is no way to hand quantile() a second one. A
// sampler that needed more would shift the draws of every paired comparison.
static_assert(
    std::is_same_v<decltype(&Distribution::quantile), double (Distribution::*)(double) const>);
static_assert(std::is_nothrow_move_constructible_v<Distribution>);

/// The same number gives the same value, whatever was asked before.
TEST(Distribution, IsAPureFunctionOfOneNumber) {
  const Distribution distributions[] = {
      Distribution(Lognormal{1, 3}), Distribution(Gamma{1, 2}), Distribution(Beta{0.3, 0.1}),
      Distribution(Discrete{{{1, 1}, {2, 2}}}),
      Distribution(Mixture{{{1, Distribution(Gamma{1, 2})}, {2, Distribution(Uniform{0, 1})}}})};
  for (const Distribution& distribution : distributions) {
    const Distribution copy = distribution;
    std::vector<double> rising, falling;
    for (int i = 1; i < 100; ++i) rising.push_back(distribution.quantile(i / 100.0));
    for (int i = 99; i > 0; --i) falling.insert(falling.begin(), copy.quantile(i / 100.0));
    EXPECT_EQ(rising, falling);
  }
}

TEST(Distribution, IsTheConstantZeroByDefault) {
  const Distribution zero;
  EXPECT_TRUE(zero.is_constant());
  EXPECT_EQ(zero.quantile(0.3), 0.0);
  EXPECT_EQ(zero.mean(), 0.0);
}

TEST(Distribution, ConstantHasOneValue) {
  const Distribution constant(Constant{-7.5});
  for (double u : {0x1p-54, 0.5, 1.0 - 0x1p-53}) EXPECT_EQ(constant.quantile(u), -7.5);
  EXPECT_EQ(constant.mean(), -7.5);
  EXPECT_EQ(constant.min(), -7.5);
  EXPECT_EQ(constant.max(), -7.5);
  EXPECT_TRUE(constant.is_constant());
  EXPECT_TRUE(Distribution(Uniform{2, 2}).is_constant());
  EXPECT_TRUE(Distribution(Discrete{{{2, 1}, {3, 0}}}).is_constant());
  EXPECT_EQ(Distribution(Uniform{2, 2}).quantile(0.9), 2.0);
}

TEST(Distribution, HasItsClosedFormInverse) {
  const Distribution uniform(Uniform{-2, 6});
  const Distribution exponential(Exponential{3});
  const Distribution log_uniform(LogUniform{0.1, 1000});
  const Distribution triangular(Triangular{0, 1, 4});
  for (int i = 1; i < 1'000; ++i) {
    const double u = i / 1'000.0;
    EXPECT_NEAR(uniform.quantile(u), -2 + 8 * u, 1e-14);
    EXPECT_NEAR(exponential.quantile(u), 3 * std::log(1 / (1 - u)), 1e-13);
    EXPECT_NEAR(std::log10(log_uniform.quantile(u)), -1 + 4 * u, 1e-14);
    EXPECT_NEAR(triangular.quantile(u), u < 0.25 ? std::sqrt(4 * u) : 4 - std::sqrt(12 * (1 - u)),
                1e-14);
  }
}

TEST(Distribution, LognormalHasTheMedianAndP95ItIsGivenBy) {
  const Distribution latency(Lognormal{0.4, 2.0});
  EXPECT_DOUBLE_EQ(latency.quantile(0.5), 0.4);
  EXPECT_DOUBLE_EQ(latency.quantile(0.95), 2.0);
  EXPECT_NEAR(latency.quantile(0.05), 0.4 * 0.4 / 2.0, 1e-15);  // symmetric on the log scale
}

TEST(Distribution, DiscreteStepsThroughItsValuesInOrder) {
  // Given out of order, with weights that sum to 10 and one value ruled out.
  const Distribution discrete(Discrete{{{30, 5}, {10, 2}, {99, 0}, {20, 3}}});
  EXPECT_EQ(discrete.quantile(0x1p-54), 10);
  EXPECT_EQ(discrete.quantile(0.199), 10);
  EXPECT_EQ(discrete.quantile(0.201), 20);
  EXPECT_EQ(discrete.quantile(0.499), 20);
  EXPECT_EQ(discrete.quantile(0.501), 30);
  EXPECT_EQ(discrete.quantile(1.0 - 0x1p-53), 30);
  EXPECT_EQ(discrete.min(), 10);
  EXPECT_EQ(discrete.max(), 30);
  EXPECT_DOUBLE_EQ(discrete.mean(), 23);
  EXPECT_EQ(std::get<Discrete>(discrete.shape()).values.size(), 4u);
  EXPECT_EQ(discrete.scaled(0.5).quantile(0.3), 10);
}

TEST(Distribution, DiscreteHasTheSharesOfItsWeights) {
  const std::vector<WeightedValue> values{{0, 1}, {1, 4}, {2, 0.5}, {3, 2.5}, {4, 2}};
  const Distribution discrete(Discrete{values});
  constexpr int kSample = 50'000;
  const Draws draws(9, 0);
  std::vector<double> counts(values.size()), expected;
  for (const WeightedValue& value : values) expected.push_back(kSample * value.weight / 10.0);
  for (std::uint64_t entity = 0; entity < kSample; ++entity) {
    const double value = discrete.quantile(draws.uniform(Decision::kTest, entity));
    ++counts.at(static_cast<std::size_t>(value));
  }
  EXPECT_LT(std::abs(chi_square_z(counts, expected)), 4.0);
}

TEST(Distribution, MixtureRescalesTheShareWithinTheComponent) {
  const Distribution exponential(Exponential{2});
  const Distribution uniform(Uniform{10, 20});
  const Distribution mixture(
      Mixture{{{1, uniform}, {0, Distribution(Constant{-5})}, {3, exponential}}});
  for (int i = 1; i < 100; ++i) {
    const double u = i / 100.0;
    EXPECT_NEAR(mixture.quantile(0.25 * u), uniform.quantile(u), 1e-12);
    EXPECT_NEAR(mixture.quantile(0.25 + 0.75 * u), exponential.quantile(u), 1e-12);
  }
  EXPECT_TRUE(std::isfinite(mixture.quantile(0.25)));  // the very edge between the two
  EXPECT_EQ(mixture.min(), 0.0);                       // a weight of 0 adds nothing to the support
  EXPECT_EQ(mixture.max(), std::numeric_limits<double>::infinity());
  EXPECT_DOUBLE_EQ(mixture.mean(), 0.25 * 15 + 0.75 * 2);
}

TEST(Distribution, MixturesNest) {
  const Distribution inner(
      Mixture{{{1, Distribution(Constant{1})}, {1, Distribution(Constant{2})}}});
  const Distribution outer(Mixture{{{1, inner}, {1, Distribution(Constant{3})}}});
  EXPECT_EQ(outer.quantile(0.2), 1);
  EXPECT_EQ(outer.quantile(0.4), 2);
  EXPECT_EQ(outer.quantile(0.6), 3);
  EXPECT_DOUBLE_EQ(outer.mean(), 2.25);
  EXPECT_EQ(outer.scaled(10).quantile(0.4), 20);
}

TEST(Distribution, ScalesByPositiveFactorsOnly) {
  const Distribution distribution(Uniform{1, 2});
  for (double factor : {0.0, -1.0, std::numeric_limits<double>::infinity(),
                        std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_THROW(distribution.scaled(factor), std::invalid_argument);
  }
  EXPECT_EQ(Distribution(Constant{3}).scaled(60).quantile(0.5), 180);
}

TEST(Varying, GivesQuantities) {
  const Varying<Seconds> fixed(15_min);
  EXPECT_EQ(fixed.at(0.3), Seconds(900));
  EXPECT_EQ(fixed.mean(), 900_s);
  EXPECT_TRUE(fixed.distribution().is_constant());
  const Varying<Seconds> spread{Distribution(Uniform{10, 20})};
  EXPECT_EQ(spread.at(0.5), 15_s);
  EXPECT_EQ(Varying<Seconds>().at(0.5), 0_s);
}

}  // namespace
}  // namespace fieldtwin

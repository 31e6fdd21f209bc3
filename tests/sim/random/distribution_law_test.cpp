/// Every shape, sampled through addressed draws, against the CDF and moments that Boost.Math or a
/// formula gives for it.

#include <gtest/gtest.h>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"
#include "tests/sim/random/goodness_of_fit.hpp"

namespace fieldtwin {
namespace {

struct Law {
  std::string name;
  Distribution distribution;
  std::function<double(double)> cdf;
  double mean, sd, min, max;
};

void PrintTo(const Law& law, std::ostream* out) {
  *out << law.name;
}

template <class BoostLaw>
Law from_boost(std::string name, Distribution::Shape shape, BoostLaw law, double min, double max) {
  return {std::move(name),
          Distribution(std::move(shape)),
          [law](double x) { return boost::math::cdf(law, x); },
          boost::math::mean(law),
          boost::math::standard_deviation(law),
          min,
          max};
}

Law stretched_beta() {
  const boost::math::beta_distribution<> law(2.0, 6.0);  // mean 1/4, variance 1/48
  return {"BetaStretched",
          Distribution(Beta{15.0, 20.0 / std::sqrt(48.0), 10.0, 30.0}),
          [law](double x) { return boost::math::cdf(law, (x - 10.0) / 20.0); },
          15.0,
          20.0 / std::sqrt(48.0),
          10.0,
          30.0};
}

Law log_uniform(double low, double high) {
  const double range = std::log(high / low);
  const double mean = (high - low) / range;
  const double square = (high * high - low * low) / (2.0 * range);
  return {"LogUniform",
          Distribution(LogUniform{low, high}),
          [=](double x) { return std::log(x / low) / range; },
          mean,
          std::sqrt(square - mean * mean),
          low,
          high};
}

/// Three parts exponential with mean 2 and one part uniform on [1, 5].
Law mixture() {
  const double mean = 0.75 * 2.0 + 0.25 * 3.0;
  const double square = 0.75 * 8.0 + 0.25 * (9.0 + 16.0 / 12.0);
  const auto cdf = [](double x) {
    const double uniform = x < 1.0 ? 0.0 : x > 5.0 ? 1.0 : (x - 1.0) / 4.0;
    return 0.75 * (1.0 - std::exp(-x / 2.0)) + 0.25 * uniform;
  };
  return {"Mixture",
          Distribution(Mixture{
              {{3.0, Distribution(Exponential{2.0})}, {1.0, Distribution(Uniform{1.0, 5.0})}}}),
          cdf,
          mean,
          std::sqrt(square - mean * mean),
          0.0,
          std::numeric_limits<double>::infinity()};
}

/// Those whose value at u is the u-quantile of the whole: all but the mixture.
std::vector<Law> laws_with_quantile() {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double z95 = 1.6448536269514722;  // published
  return {
      from_boost("Uniform", Uniform{-2, 3}, boost::math::uniform_distribution<>(-2, 3), -2, 3),
      from_boost("Exponential", Exponential{4}, boost::math::exponential_distribution<>(0.25), 0,
                 kInfinity),
      from_boost("Lognormal", Lognormal{0.4, 2},
                 boost::math::lognormal_distribution<>(std::log(0.4), std::log(5.0) / z95), 0,
                 kInfinity),
      from_boost("GammaPeaked", Gamma{6, 2}, boost::math::gamma_distribution<>(9, 2.0 / 3.0), 0,
                 kInfinity),
      from_boost("GammaSkewed", Gamma{1, 2}, boost::math::gamma_distribution<>(0.25, 4), 0,
                 kInfinity),
      from_boost("Beta", Beta{0.4, 0.2}, boost::math::beta_distribution<>(2, 3), 0, 1),
      from_boost("BetaAtTheEnds", Beta{0.5, std::sqrt(0.125)},
                 boost::math::beta_distribution<>(0.5, 0.5), 0, 1),
      stretched_beta(),
      from_boost("Triangular", Triangular{1, 2, 6}, boost::math::triangular_distribution<>(1, 2, 6),
                 1, 6),
      from_boost("TriangularFalling", Triangular{0, 0, 1},
                 boost::math::triangular_distribution<>(0, 0, 1), 0, 1),
      from_boost("TriangularRising", Triangular{0, 1, 1},
                 boost::math::triangular_distribution<>(0, 1, 1), 0, 1),
      log_uniform(0.01, 100.0),
  };
}

std::vector<Law> laws() {
  std::vector<Law> all = laws_with_quantile();
  all.push_back(mixture());
  return all;
}

class EveryShape : public testing::TestWithParam<Law> {};

TEST_P(EveryShape, HasItsMeanAndSupport) {
  const Law& law = GetParam();
  EXPECT_NEAR(law.distribution.mean(), law.mean, 1e-12 * std::abs(law.mean));
  EXPECT_EQ(law.distribution.min(), law.min);
  EXPECT_EQ(law.distribution.max(), law.max);
  EXPECT_FALSE(law.distribution.is_constant());
}

TEST_P(EveryShape, StaysInItsSupportToTheLastDraw) {
  const Law& law = GetParam();
  for (double u : {0x1p-54, 0x1p-53, 1e-9, 0.5, 1.0 - 1e-9, 1.0 - 0x1p-53}) {
    const double value = law.distribution.quantile(u);
    EXPECT_TRUE(std::isfinite(value)) << "u = " << u;
    EXPECT_GE(value, law.min);
    EXPECT_LE(value, law.max);
  }
}

/// Sampled through addressed draws, the law and the mean are those of the closed form.
TEST_P(EveryShape, SamplesItsLaw) {
  const Law& law = GetParam();
  constexpr int kSample = 20'000;
  const Draws draws(2025'11'03, 0);
  std::vector<double> sample;
  double sum = 0.0;
  for (std::uint64_t entity = 0; entity < kSample; ++entity) {
    sample.push_back(law.distribution.quantile(draws.uniform(Decision::kTest, entity)));
    sum += sample.back();
  }
  EXPECT_LT(kolmogorov_statistic(sample, law.cdf), kKolmogorovBound);
  EXPECT_LT(std::abs(sum / kSample - law.mean), 5.0 * law.sd / std::sqrt(kSample));
}

TEST_P(EveryShape, ScalesEveryValue) {
  const Law& law = GetParam();
  const Distribution minutes = law.distribution.scaled(60.0);
  for (int i = 1; i < 100; ++i) {
    const double value = 60.0 * law.distribution.quantile(i / 100.0);
    EXPECT_NEAR(minutes.quantile(i / 100.0), value, 1e-11 * std::abs(value));
  }
  EXPECT_NEAR(minutes.mean(), 60.0 * law.mean, 1e-12 * std::abs(60.0 * law.mean));
  EXPECT_EQ(minutes.min(), 60.0 * law.min);
  EXPECT_EQ(minutes.max(), 60.0 * law.max);
  EXPECT_EQ(minutes.shape().index(), law.distribution.shape().index());
}

INSTANTIATE_TEST_SUITE_P(Shapes, EveryShape, testing::ValuesIn(laws()),
                         [](const auto& info) { return info.param.name; });

class ShapeWithQuantile : public EveryShape {};

TEST_P(ShapeWithQuantile, InvertsItsCdf) {
  const Law& law = GetParam();
  for (int i = 1; i < 1'000; ++i) {
    const double u = i / 1'000.0;
    EXPECT_NEAR(law.cdf(law.distribution.quantile(u)), u, 1e-12);
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, ShapeWithQuantile, testing::ValuesIn(laws_with_quantile()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace fieldtwin

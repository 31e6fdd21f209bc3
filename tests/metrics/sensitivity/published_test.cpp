#include <gtest/gtest.h>

#include <numeric>

#include "tests/metrics/sensitivity/test_functions.hpp"

namespace fieldtwin {
namespace {

struct Indices {
  std::vector<double> first, total;
};

// Closed forms; rounded as in A. Saltelli et al., Global Sensitivity Analysis: The Primer (2008).
const Indices kIshigami{{0.3139, 0.4424, 0.0}, {0.5576, 0.4424, 0.2437}};
const std::vector<double> kG{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};

/// First: V_i = 1 / (3 (1 + a_i)^2); all: prod (1 + V_i) - 1; total: V_i prod_{j != i} (1 + V_j).
Indices of_sobol_g(const std::vector<double>& a) {
  std::vector<double> own;
  for (const double value : a) own.push_back(1.0 / (3.0 * (1.0 + value) * (1.0 + value)));
  const double product = std::accumulate(own.begin(), own.end(), 1.0,
                                         [](double p, double v) { return p * (1.0 + v); });
  Indices result;
  for (const double v : own) {
    result.first.push_back(v / (product - 1.0));
    result.total.push_back(v * product / (1.0 + v) / (product - 1.0));
  }
  return result;
}

double g_of_eight(const std::vector<double>& x) {
  return sobol_g(x, kG);
}

void expect_indices(const Analysis& analysis, const Indices& published, double within) {
  for (std::size_t j = 0; j < published.first.size(); ++j) {
    ASSERT_TRUE(analysis.factors[j].index.has_value());
    EXPECT_NEAR(analysis.factors[j].index->first.mean, published.first[j], within) << "x" << j + 1;
    EXPECT_NEAR(analysis.factors[j].index->total.mean, published.total[j], within) << "x" << j + 1;
  }
}

TEST(Sobol, IndicesOfIshigamiAreThePublishedOnes) {
  const SaltelliDesign design{4096};
  const auto analysis =
      analyse(design, kIshigamiFactors, 1, evaluate(design, kIshigamiFactors, 1, ishigami));
  expect_indices(*analysis, kIshigami, 0.006);
}

TEST(Sobol, IndicesOfSobolGAreThePublishedOnes) {
  const SaltelliDesign design{4096};
  const std::vector<Factor> factors = ranges(8, 0.0, 1.0);
  const auto analysis = analyse(design, factors, 1, evaluate(design, factors, 1, g_of_eight));
  const Indices published = of_sobol_g(kG);
  EXPECT_NEAR(published.first[0], 0.716, 0.0005);  // as printed in the Primer, table 4.1
  EXPECT_NEAR(published.total[0], 0.787, 0.0005);
  expect_indices(*analysis, published, 0.01);
}

// Blocks of a scrambled sequence fill the cube more evenly than independent ones: the intervals
// hold the truth at least as often as they say.
TEST(Sobol, IntervalsHoldThePublishedIndices) {
  const SaltelliDesign design{128};
  int held = 0, all = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto analysis =
        analyse(design, kIshigamiFactors, seed, evaluate(design, kIshigamiFactors, seed, ishigami));
    for (std::size_t j = 0; j < 3; ++j) {
      const SobolIndex& index = *analysis->factors[j].index;
      const auto holds = [](const Estimate& estimate, double truth) {
        return estimate.interval->low <= truth && truth <= estimate.interval->high;
      };
      held += holds(index.first, kIshigami.first[j]) + holds(index.total, kIshigami.total[j]);
      all += 2;
    }
  }
  EXPECT_GE(held, 0.93 * all);
}

// Luck with as much variance as the function has: a single run of each point would give indices of
// half their size.
TEST(Sobol, LuckIsTakenOut) {
  const SaltelliDesign design{4096};
  const double variance = 13.84;  // 49/8 + 0.1 pi^4/5 + 0.01 pi^8/18 + 1/2
  const Responses noisy = evaluate(design, kIshigamiFactors, 1, ishigami, 4, std::sqrt(variance));
  const auto analysis = analyse(design, kIshigamiFactors, 1, noisy);
  expect_indices(*analysis, kIshigami, 0.04);
  EXPECT_NEAR(analysis->variance.noise_share.value(), 0.2, 0.01);  // a quarter of V, of 1.25 V

  Responses single;
  for (const auto& point : noisy) single.push_back({point.front()});
  const auto diluted = analyse(design, kIshigamiFactors, 1, single);
  EXPECT_FALSE(diluted->variance.noise_share.has_value());
  EXPECT_NEAR(diluted->factors[1].index->first.mean, kIshigami.first[1] / 2.0, 0.03);
}

TEST(Sobol, LuckThatIsTheSameAtAllPointsMakesNoDifference) {
  const SaltelliDesign design{256};
  Responses responses = evaluate(design, kIshigamiFactors, 1, ishigami, 3);
  const auto before = analyse(design, kIshigamiFactors, 1, responses);
  for (auto& point : responses) {
    for (std::size_t r = 0; r < 3; ++r) point[r] += 100.0 * static_cast<double>(r);
  }
  const auto after = analyse(design, kIshigamiFactors, 1, responses);
  EXPECT_NEAR(after->variance.noise_share.value(), 0.0, 1e-9);
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_NEAR(after->factors[j].index->total.mean, before->factors[j].index->total.mean, 1e-9);
  }
}

// A factor that stands in no formula moves nothing: exactly 0.
TEST(Sobol, AFactorWithoutEffectHasZero) {
  const SaltelliDesign design{64};
  const std::vector<Factor> factors = ranges(4, -std::numbers::pi, std::numbers::pi);
  const auto analysis = analyse(design, factors, 1, evaluate(design, factors, 1, ishigami));
  EXPECT_EQ(analysis->factors[3].index->total.mean, 0.0);
  EXPECT_FALSE(analysis->factors[3].index->total.interval.has_value());
}

TEST(Sobol, NothingVariesNothingIsSaid) {
  const SaltelliDesign design{16};
  const auto constant = [](const std::vector<double>&) { return 3.0; };
  const auto analysis =
      analyse(design, kIshigamiFactors, 1, evaluate(design, kIshigamiFactors, 1, constant));
  EXPECT_FALSE(analysis->factors[0].index.has_value());
  EXPECT_EQ(analysis->variance.between_points, 0.0);
}

// With four levels |4x - 2| is 2 at the ends and 2/3 between, and each step goes from one to the
// other: the effect of x_i is 2 / (1 + a_i) times the other factors, whose mean is
// (4/3 + a_j) / (1 + a_j). The a are those of Campolongo, Cariboni & Saltelli (2007).
TEST(Morris, EffectsOfSobolGAreThePublishedOnes) {
  const std::vector<double> a{0.001, 89.9, 5.54,  42.10, 0.78,  1.26,
                              0.04,  0.79, 74.51, 4.32,  82.51, 41.62};
  const MorrisDesign design{2000, 4};
  const std::vector<Factor> factors = ranges(a.size(), 0.0, 1.0);
  const auto function = [&a](const std::vector<double>& x) { return sobol_g(x, a); };
  const auto analysis = analyse(design, factors, 1, evaluate(design, factors, 1, function));
  for (std::size_t i = 0; i < a.size(); ++i) {
    double expected = 2.0 / (1.0 + a[i]);
    for (std::size_t j = 0; j < a.size(); ++j) {
      if (j != i) expected *= (4.0 / 3.0 + a[j]) / (1.0 + a[j]);
    }
    const ElementaryEffects& effects = *analysis->factors[i].effects;
    EXPECT_NEAR(effects.mean_absolute.mean, expected, 0.05 * expected) << "x" << i + 1;
    EXPECT_FALSE(effects.of_noise.has_value());
  }
}

/// mu* and sigma over all walks on four levels, each as likely: the other way round.
struct Exact {
  double mean_absolute, deviation;
};
Exact exact_effects_of_ishigami(std::size_t factor) {
  const auto at = [](std::size_t level) {
    return -std::numbers::pi + 2.0 * std::numbers::pi * static_cast<double>(level) / 3.0;
  };
  double size = 0.0, sum = 0.0, squares = 0.0, n = 0.0;
  for (std::size_t code = 0; code < 64; ++code) {
    std::vector<std::size_t> level{code % 4, code / 4 % 4, code / 16};
    if (level[factor] > 1) continue;
    const auto value = [&] { return ishigami({at(level[0]), at(level[1]), at(level[2])}); };
    const double low = value();
    level[factor] += 2;
    const double effect = (value() - low) * 1.5;
    size += std::abs(effect);
    sum += effect;
    squares += effect * effect;
    n += 1.0;
  }
  return {size / n, std::sqrt(squares / n - sum * sum / n / n)};
}

TEST(Morris, EffectsOfIshigamiAreThePublishedOnes) {
  const MorrisDesign design{4000, 4};
  const auto analysis =
      analyse(design, kIshigamiFactors, 1, evaluate(design, kIshigamiFactors, 1, ishigami));
  EXPECT_NEAR(exact_effects_of_ishigami(1).mean_absolute, 7.875, 1e-9);
  for (std::size_t j = 0; j < 3; ++j) {
    const Exact exact = exact_effects_of_ishigami(j);
    const ElementaryEffects& effects = *analysis->factors[j].effects;
    EXPECT_NEAR(effects.mean_absolute.mean, exact.mean_absolute, 0.25) << "x" << j + 1;
    EXPECT_NEAR(effects.deviation, exact.deviation, 0.25) << "x" << j + 1;
  }
}

TEST(Morris, TellsLuckFromInteraction) {
  const MorrisDesign design{400, 4};
  const std::vector<Factor> factors = ranges(2, 0.0, 1.0);
  const auto first_alone = [](const std::vector<double>& x) { return 10.0 * x[0]; };
  const auto analysis =
      analyse(design, factors, 1, evaluate(design, factors, 1, first_alone, 4, 1.0));
  const ElementaryEffects &moves = *analysis->factors[0].effects,
                          &rests = *analysis->factors[1].effects;
  EXPECT_NEAR(moves.mean.mean, 10.0, 0.15);
  EXPECT_NEAR(moves.deviation, 0.0, 0.4);  // linear: what is left is luck, and it is taken out
  EXPECT_NEAR(rests.mean_absolute.mean, rests.of_noise.value(), 0.08);
}

}  // namespace
}  // namespace fieldtwin

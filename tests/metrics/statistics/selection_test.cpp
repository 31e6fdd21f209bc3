#include "metrics/statistics/selection.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

#include "tests/metrics/statistics/source.hpp"

namespace fieldtwin {
namespace {

/// Normal systems whose replications share a part of their luck.
struct Systems {
  std::vector<double> means, deviations;
  double correlation;
};

struct Outcome {
  std::size_t selected;
  std::size_t replications;  //!< of all systems together
};

constexpr std::size_t kFirstStage = 10;

/// One whole selection, looking every `stride` replications.
Outcome select(const Systems& systems, double confidence, double indifference, std::size_t stride,
               Source& source) {
  const std::size_t k = systems.means.size();
  std::vector<std::vector<double>> seen(k);
  std::vector<double> sums(k, 0.0);
  const auto replicate = [&] {
    const double shared = source.normal();
    for (std::size_t i = 0; i < k; ++i) {
      const double own = source.normal();
      seen[i].push_back(systems.means[i] +
                        systems.deviations[i] * (std::sqrt(systems.correlation) * shared +
                                                 std::sqrt(1.0 - systems.correlation) * own));
      sums[i] += seen[i].back();
    }
  };
  for (std::size_t n = 0; n < kFirstStage; ++n) replicate();
  SequentialSelection selection(k, confidence, indifference, [&](std::size_t i, std::size_t l) {
    double squares = 0.0;
    const double mean = (sums[i] - sums[l]) / kFirstStage;
    for (std::size_t j = 0; j < kFirstStage; ++j) {
      squares += std::pow(seen[i][j] - seen[l][j] - mean, 2);
    }
    return PairVariance{squares / (kFirstStage - 1), kFirstStage - 1};
  });
  Outcome outcome{0, 0};
  for (std::size_t n = kFirstStage;; n += stride) {
    std::vector<double> means(k);
    for (std::size_t i = 0; i < k; ++i) means[i] = sums[i] / static_cast<double>(n);
    selection.screen(n, means);
    if (selection.is_over(n)) {
      outcome.selected = selection.remaining().front();
      for (const Elimination& gone : selection.eliminations()) outcome.replications += gone.at;
      outcome.replications += n * selection.remaining().size();
      return outcome;
    }
    for (std::size_t i = 0; i < stride; ++i) replicate();
  }
}

struct Rate {
  double correct;
  double replications;
};

Rate rate_of(const Systems& systems, std::size_t best, double confidence, double indifference,
             std::size_t stride = 1) {
  constexpr int kSelections = 2000;
  Source source(2026);
  Rate rate{0.0, 0.0};
  for (int i = 0; i < kSelections; ++i) {
    const Outcome outcome = select(systems, confidence, indifference, stride, source);
    rate.correct += outcome.selected == best ? 1.0 / kSelections : 0.0;
    rate.replications += static_cast<double>(outcome.replications) / kSelections;
  }
  return rate;
}

/// The least favourable configuration: the best is better than all others by the indifference.
Systems slippage(std::size_t systems, double correlation) {
  Systems result{std::vector<double>(systems, 0.0), std::vector<double>(systems, 3.0), correlation};
  result.means.back() = 1.0;
  return result;
}

TEST(Eta, SolvesTheEquationOfThePaper) {
  for (const std::size_t k : {2u, 5u, 10u, 500u}) {
    for (const double degrees : {1.0, 9.0, 19.0, 99.0}) {
      const double eta = selection_eta(k, 0.95, degrees);
      EXPECT_NEAR(0.5 * std::pow(1.0 + 2.0 * eta, -degrees / 2.0),
                  0.05 / static_cast<double>(k - 1), 1e-15);
    }
  }
}

TEST(Eta, HasThePublishedClosedForm) {
  // c = 1: eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2, worked out by hand.
  EXPECT_NEAR(selection_eta(2, 0.95, 9.0), 0.33405, 5e-6);
  EXPECT_NEAR(selection_eta(5, 0.95, 19.0), 0.23724, 5e-6);
  EXPECT_NEAR(selection_eta(10, 0.95, 9.0), 0.85908, 5e-6);
}

TEST(Eta, TendsToTheBoundaryOfKnownVariance) {
  // V. Fabian (1974): with the variance known, h^2 = 2 ln((k - 1) / (2 alpha)).
  constexpr double kDegrees = 1e7;
  EXPECT_NEAR(2.0 * selection_eta(5, 0.95, kDegrees) * kDegrees, 2.0 * std::log(4.0 / 0.1), 1e-4);
}

TEST(HalfWidth, ShrinksToZeroAndStaysThere) {
  const PairVariance pair{4.0, 9.0};
  const double eta = selection_eta(2, 0.95, 9.0);
  const double reach = 2.0 * eta * 9.0 * 4.0;  // h^2 S^2 / d^2 with d = 1
  EXPECT_NEAR(screening_half_width(pair, eta, 1.0, 10), (reach - 10.0) / 20.0, 1e-12);
  EXPECT_GT(screening_half_width(pair, eta, 1.0, 24), 0.0);
  EXPECT_EQ(screening_half_width(pair, eta, 1.0, 25), 0.0);
  EXPECT_EQ(screening_half_width({0.0, 9.0}, eta, 1.0, 10), 0.0);
}

TEST(Selection, IsCorrectAsOftenAsPromisedInTheLeastFavourableCase) {
  for (const double correlation : {0.0, 0.5, 0.9}) {
    for (const std::size_t k : {2u, 5u}) {
      const Rate rate = rate_of(slippage(k, correlation), k - 1, 0.95, 1.0);
      EXPECT_GE(rate.correct, 0.94) << k << " systems, correlation " << correlation;
    }
  }
}

TEST(Selection, KeepsItsPromiseWhereVariancesDiffer) {
  const Systems rising{{1.0, 0.0, 0.0, 0.0}, {1.0, 2.0, 3.0, 4.0}, 0.3};
  EXPECT_GE(rate_of(rising, 0, 0.95, 1.0).correct, 0.94);
  const Systems falling{{1.0, 0.0, 0.0, 0.0}, {4.0, 3.0, 2.0, 1.0}, 0.3};
  EXPECT_GE(rate_of(falling, 0, 0.95, 1.0).correct, 0.94);
}

TEST(Selection, KeepsItsPromiseAtOtherConfidences) {
  EXPECT_GE(rate_of(slippage(3, 0.5), 2, 0.80, 1.0).correct, 0.79);
  EXPECT_GE(rate_of(slippage(3, 0.5), 2, 0.99, 1.0).correct, 0.985);
}

TEST(Selection, NeedsFewerReplicationsTheMoreLuckIsShared) {
  const double none = rate_of(slippage(4, 0.0), 3, 0.95, 1.0).replications;
  const double half = rate_of(slippage(4, 0.5), 3, 0.95, 1.0).replications;
  const double most = rate_of(slippage(4, 0.9), 3, 0.95, 1.0).replications;
  EXPECT_LT(half, 0.65 * none);
  EXPECT_LT(most, 0.25 * none);
}

TEST(Selection, NeedsFewerReplicationsTheFartherTheBestIs) {
  Systems far = slippage(4, 0.0);
  far.means.back() = 4.0;
  EXPECT_LT(rate_of(far, 3, 0.95, 1.0).replications,
            0.5 * rate_of(slippage(4, 0.0), 3, 0.95, 1.0).replications);
}

TEST(Selection, KeepsItsPromiseWhenItLooksInBatches) {
  const Rate each = rate_of(slippage(4, 0.3), 3, 0.95, 1.0);
  const Rate batches = rate_of(slippage(4, 0.3), 3, 0.95, 1.0, 10);
  EXPECT_GE(batches.correct, 0.94);
  EXPECT_GE(batches.correct, each.correct - 0.01);
}

TEST(Selection, OfEqualSystemsEndsWithoutMoreReplications) {
  SequentialSelection same(3, 0.95, 1.0, [](auto, auto) { return PairVariance{0.0, 9.0}; });
  same.screen(10, std::vector<double>{2.0, 2.0, 2.0});
  EXPECT_TRUE(same.is_over(10));
  EXPECT_EQ(same.remaining(), (std::vector<std::size_t>{0, 1, 2}));
  same.screen(10, std::vector<double>{2.0, 2.5, 2.0});
  EXPECT_EQ(same.remaining(), (std::vector<std::size_t>{1}));
  ASSERT_EQ(same.eliminations().size(), 2u);
  EXPECT_EQ(same.eliminations()[1].system, 2u);
  EXPECT_EQ(same.eliminations()[1].by, 1u);
  EXPECT_EQ(same.eliminations()[1].at, 10u);
}

TEST(Selection, LetsOnlyThoseEliminateThatMay) {
  const auto pairs = [](auto, auto) { return PairVariance{1.0, 9.0}; };
  SequentialSelection selection(3, 0.95, 1.0, pairs);
  const std::vector<double> means{0.0, 5.0, 9.0};
  selection.screen(20, means, [](std::size_t i) { return i == 1; });
  EXPECT_EQ(selection.remaining(), (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(selection.eliminations().front().by, 1u);
  selection.withdraw(2);
  EXPECT_EQ(selection.remaining(), (std::vector<std::size_t>{1}));
  EXPECT_TRUE(selection.is_over(20));
}

TEST(Selection, EndsAtTheLatestWhereItSays) {
  Source source(7);
  const Systems even{{0.0, 0.0, 0.0}, {2.0, 2.0, 2.0}, 0.0};
  for (int i = 0; i < 50; ++i) {
    const Outcome outcome = select(even, 0.9, 0.5, 1, source);
    EXPECT_LT(outcome.selected, 3u);
    EXPECT_LT(outcome.replications, 3u * 2000u);
  }
  SequentialSelection selection(2, 0.95, 1.0, [](auto, auto) { return PairVariance{4.0, 9.0}; });
  EXPECT_EQ(selection.most(), 25u);
  EXPECT_FALSE(selection.is_over(24));
  EXPECT_TRUE(selection.is_over(25));
}

TEST(Selection, RefusesWhatMakesNoSense) {
  const auto pairs = [](auto, auto) { return PairVariance{1.0, 9.0}; };
  EXPECT_THROW(SequentialSelection(1, 0.95, 1.0, pairs), std::invalid_argument);
  EXPECT_THROW(SequentialSelection(2, 1.0, 1.0, pairs), std::invalid_argument);
  EXPECT_THROW(SequentialSelection(2, 0.95, 0.0, pairs), std::invalid_argument);
  EXPECT_THROW(selection_eta(2, 0.95, 0.0), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

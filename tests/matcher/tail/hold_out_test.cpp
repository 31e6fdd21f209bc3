/// The tail is held against what it had to predict: fitted to a tenth of the gallery, it says in
/// what interval the rate of false positives of the whole will be seen.

#include <gtest/gtest.h>

#include "tests/matcher/tail/known_tails.hpp"

namespace fieldtwin {
namespace {

class HoldOut : public testing::TestWithParam<KnownTail (*)()> {};

TEST_P(HoldOut, TheRateAtNIsInTheIntervalFittedAtATenth) {
  const KnownTail tail = GetParam()();
  const double small = 1e4, large = 1e5;
  constexpr std::size_t kPeople = 500;
  constexpr int kRepetitions = 100;
  // About a twentieth of the searches of the large gallery give a false positive.
  const double threshold = tail.score_above(5e-7);
  int inside = 0;
  for (std::uint32_t repetition = 0; repetition < kRepetitions; ++repetition) {
    const Draws draws(2025, repetition);
    const SearchTail fitted(searches_of(tail, kPeople, small, 10, draws, 1));
    const auto told = fitted.false_positives(large, threshold, draws, kPeople);
    ASSERT_TRUE(std::holds_alternative<RateBounds>(told));
    const auto bounds = std::get<RateBounds>(told);
    const auto seen = searches_of(tail, kPeople, large, 1, draws, 2);
    double positives = 0.0;
    for (const auto& best : seen.best) positives += best.front() >= threshold ? 1.0 : 0.0;
    const double rate = positives / kPeople;
    if (rate >= bounds.low.value() && rate <= bounds.high.value()) ++inside;
  }
  EXPECT_GE(inside, 90) << tail.name;
  RecordProperty("inside", inside);
}

INSTANTIATE_TEST_SUITE_P(KnownTails, HoldOut,
                         testing::Values(&exponential_tail, &pareto_tail, &uniform_tail),
                         [](const auto& info) { return info.param().name; });

}  // namespace
}  // namespace fieldtwin

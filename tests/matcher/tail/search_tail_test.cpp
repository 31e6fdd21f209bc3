#include "matcher/tail/search_tail.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/matcher/tail/known_tails.hpp"

namespace fieldtwin {
namespace {

const Draws kDraws(11, 0);

TEST(SearchTail, FollowsAKnownTailBeyondTheGallery) {
  for (const auto& tail : {exponential_tail(), pareto_tail(), uniform_tail()}) {
    const SearchTail fitted(searches_of(tail, 4000, 1e4, 20, kDraws, 1), {.excesses = 4000});
    const double gallery = 1e5;
    const double above = 2e-6;  // FMR: one comparison in half a million
    const auto told = fitted.false_positives(gallery, tail.score_above(above), kDraws);
    ASSERT_TRUE(std::holds_alternative<RateBounds>(told)) << tail.name;
    const auto bounds = std::get<RateBounds>(told);
    const double truth = -std::expm1(gallery * std::log1p(-above));
    EXPECT_LT(bounds.low.value(), truth) << tail.name;
    EXPECT_GT(bounds.high.value(), truth) << tail.name;
    // Where scores end is known to a share of 1 / sqrt(4000) of the tail's length, as much as the
    // threshold is away from the end: of the uniform law the interval alone can be held.
    if (tail.name != std::string("uniform")) {
      EXPECT_NEAR(bounds.rate.value(), truth, 0.25 * truth) << tail.name;
    }
  }
}

TEST(SearchTail, RefusesWhatIsTooFarTooFewOrBelowTheLevel) {
  const auto tail = exponential_tail();
  const SearchTail fitted(searches_of(tail, 500, 1000, 10, kDraws, 2));
  const auto refusal = [&](double gallery, double threshold) {
    return std::get<TailRefusal>(fitted.false_positives(gallery, threshold, kDraws));
  };
  EXPECT_EQ(refusal(100'001, 20.0), TailRefusal::kTooFar);
  EXPECT_TRUE(std::holds_alternative<RateBounds>(fitted.false_positives(100'000, 20.0, kDraws)));
  EXPECT_EQ(refusal(1000, fitted.level() - 0.01), TailRefusal::kBelowLevel);
  const SearchTail few(searches_of(tail, 5, 1000, 4, kDraws, 3));
  EXPECT_EQ(std::get<TailRefusal>(few.false_positives(1000, 20.0, kDraws)), TailRefusal::kTooFew);
  EXPECT_THROW(SearchTail({1000, {}}), std::invalid_argument);
  EXPECT_THROW(SearchTail({1000, {{2.0, 1.0}, {2.0}}}), std::invalid_argument);
  EXPECT_THROW(SearchTail({1000, {{2.0, 1.0}}, {{7}}}), std::invalid_argument);
}

TEST(SearchTail, AHeavierTailThanCanBeFittedIsRefused) {
  const KnownTail heavy{"heavy", [](double above) { return std::pow(above, -1.5); }};
  const SearchTail fitted(searches_of(heavy, 500, 1000, 10, kDraws, 4));
  const auto told = fitted.false_positives(1000, 1e9, kDraws);
  EXPECT_EQ(std::get<TailRefusal>(told), TailRefusal::kTooHeavy);
}

TEST(SearchTail, PeopleWhoAreAlikeToManyWidenTheInterval) {
  // A tenth of the people have scores ten times as often; the pooled rate is the same.
  const auto tail = exponential_tail();
  auto even = searches_of(tail, 400, 1000, 60, kDraws, 5);
  auto uneven = even;
  for (std::size_t p = 0; p < uneven.best.size(); ++p) {
    for (auto& score : uneven.best[p]) score += p % 10 == 0 ? std::log(9.1) : std::log(0.1);
  }
  const auto width = [&](NonMatedSearches searches) {
    const SearchTail fitted(std::move(searches), {.excesses = 300});
    const double threshold = fitted.level() + 0.5;
    const auto told = std::get<RateBounds>(fitted.false_positives(100, threshold, kDraws));
    return (told.high.value() - told.low.value()) / told.rate.value();
  };
  EXPECT_GT(width(uneven), 1.2 * width(even));
}

TEST(SearchTail, EntriesThatManyAreAlikeToWidenTheInterval) {
  auto searches = searches_of(exponential_tail(), 400, 1000, 10, kDraws, 6);
  const auto width = [&](std::uint64_t entries) {
    searches.entries.clear();
    std::uint64_t next = 0;
    for (const auto& best : searches.best) {
      auto& own = searches.entries.emplace_back();
      for (std::size_t k = 0; k < best.size(); ++k) {
        const double u = kDraws.uniform(Decision::kTest, 1ULL << 50 | next++);
        own.push_back(static_cast<std::uint64_t>(u * static_cast<double>(entries)));
      }
    }
    const SearchTail fitted(searches, {.excesses = 300});
    const auto told =
        std::get<RateBounds>(fitted.false_positives(100, fitted.level() + 0.5, kDraws));
    return (told.high.value() - told.low.value()) / told.rate.value();
  };
  const double own = width(1ULL << 40);
  EXPECT_GT(width(10), 1.2 * own);
  // Of entries that are alike to as few as chance has it the interval is what it is without them.
  EXPECT_NEAR(width(1000), own, 0.1 * own);
}

}  // namespace
}  // namespace fieldtwin

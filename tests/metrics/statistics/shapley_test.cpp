#include "metrics/statistics/shapley.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <random>
#include <stdexcept>

namespace fieldtwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Worths = std::vector<std::int64_t>;

/// A game of k players whose worths follow a rule on the set of players, as bits.
template <class Rule>
Worths game(std::size_t k, Rule rule) {
  Worths worths(std::size_t{1} << k);
  for (std::size_t set = 0; set < worths.size(); ++set) worths[set] = rule(set);
  return worths;
}

Worths random_game(std::size_t k, std::mt19937_64& random) {
  std::uniform_int_distribution<std::int64_t> worth(-1'000'000'000'000'000, 1'000'000'000'000'000);
  return game(k, [&](std::size_t) { return worth(random); });
}

std::vector<double> as_doubles(const std::vector<Fraction>& values) {
  std::vector<double> doubles;
  for (const Fraction& value : values) doubles.push_back(value.value());
  return doubles;
}

/// The definition, word for word: the mean over all orders of what each adds when it comes.
std::vector<WideInteger> over_all_orders(const Worths& worths, std::size_t k) {
  std::vector<std::size_t> order(k);
  std::iota(order.begin(), order.end(), 0);
  std::vector<WideInteger> sums(k, 0);
  do {
    std::size_t set = 0;
    for (const std::size_t player : order) {
      const std::size_t with = set | std::size_t{1} << player;
      sums[player] += WideInteger{worths[with]} - worths[set];
      set = with;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return sums;
}

TEST(Shapley, IsTheMeanOverAllOrders) {
  std::mt19937_64 random(20260101);
  for (std::size_t k = 1; k <= 7; ++k) {
    const Worths worths = random_game(k, random);
    const auto values = shapley_values(worths);
    const auto expected = over_all_orders(worths, k);
    for (std::size_t i = 0; i < k; ++i) EXPECT_TRUE(values[i].numerator == expected[i]);
  }
}

TEST(Shapley, SumsExactlyToTheWholeWhateverTheGame) {
  std::mt19937_64 random(7);
  for (int trial = 0; trial < 200; ++trial) {
    const std::size_t k = 1 + trial % 8;
    const Worths worths = random_game(k, random);
    WideInteger sum = 0;
    for (const Fraction& value : shapley_values(worths)) sum += value.numerator;
    const WideInteger difference = WideInteger{worths.back()} - worths.front();
    EXPECT_TRUE(sum == difference * shapley_values(worths).front().denominator);
  }
}

TEST(Shapley, TreatsPlayersAlikeWhoAreAlike) {
  // The worth depends on how many come, and on player 3.
  const Worths worths = game(6, [](std::size_t set) {
    const std::int64_t size = std::popcount(set);
    return size * size * size + (set & 8 ? 1000 : 0);
  });
  const auto values = shapley_values(worths);
  for (const std::size_t i : {1, 2, 4, 5}) {
    EXPECT_TRUE(values[i].numerator == values[0].numerator);
  }
  EXPECT_TRUE(values[3].numerator == values[0].numerator + 1000 * values[3].denominator);
}

TEST(Shapley, GivesNothingToWhoeverAddsNothing) {
  std::mt19937_64 random(11);
  const Worths of_others = random_game(7, random);
  // Player 4 is put among the seven and never changes the worth.
  const Worths worths = game(8, [&](std::size_t set) {
    const std::size_t low = set & 15, high = set >> 5;
    return of_others[low | high << 4];
  });
  EXPECT_TRUE(shapley_values(worths)[4].numerator == 0);
  for (const Interaction& pair : pair_interactions(worths)) {
    const bool with_it = pair.first == 4 || pair.second == 4;
    EXPECT_TRUE(!with_it || pair.index.numerator == 0);
  }
}

TEST(Shapley, KnowsTheTextbooksGames) {
  // One left glove, two right ones; a pair is worth 1: 4/6, 1/6, 1/6.
  const Worths gloves = game(3, [](std::size_t set) { return (set & 1) && (set & 6) ? 1 : 0; });
  EXPECT_THAT(as_doubles(shapley_values(gloves)), ElementsAre(4.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0));
  EXPECT_EQ(shapley_values(gloves)[0].text(), "4/6");
  // A runway for aeroplanes that need 8, 11, 13 (S. Littlechild & G. Owen 1973's rule): 8/3,
  // 8/3 + 3/2, 8/3 + 3/2 + 2.
  const Worths runway = game(3, [](std::size_t set) {
    return set & 4 ? 13 : set & 2 ? 11 : set & 1 ? 8 : 0;
  });
  const auto shares = shapley_values(runway);
  EXPECT_TRUE(shares[0].numerator == 16 && shares[1].numerator == 25 && shares[2].numerator == 37);
  // The UN Security Council of 4 permanent (veto) and 4 other members, 6 votes needed.
  const Worths council =
      game(8, [](std::size_t set) { return (set & 15) == 15 && std::popcount(set) >= 6 ? 1 : 0; });
  // A member without veto is pivotal with the 4 and one of the 3 others before: 5! 2! 3 / 8!.
  EXPECT_TRUE(shapley_values(council)[7].numerator == 120 * 2 * 3);
}

TEST(Shapley, OfLargeWorthsDoesNotOverflow) {
  constexpr std::int64_t kMost = 4'000'000'000'000'000'000;
  const Worths worths = game(8, [](std::size_t set) { return set == 255 ? kMost : -kMost; });
  for (const Fraction& value : shapley_values(worths)) EXPECT_DOUBLE_EQ(value.value(), 1e18);
}

TEST(Fraction, IsWrittenAndRead) {
  EXPECT_EQ((Fraction{-5, 2}).text(), "-5/2");
  EXPECT_EQ((Fraction{0, 6}).text(), "0/6");
  EXPECT_DOUBLE_EQ((Fraction{-5, 2}).value(), -2.5);
  const WideInteger large = WideInteger{1'000'000'000'000'000'000} * 40320 + 20160;
  EXPECT_EQ((Fraction{large, 40320}).text(), "40320000000000000020160/40320");
}

TEST(Interactions, TellWhoNeedsWhomAndWhoStandsInForWhom) {
  const auto index_of_pair = [](const Worths& worths) {
    return pair_interactions(worths).front().index.value();
  };
  EXPECT_EQ(index_of_pair({0, 0, 0, 1}), 1.0);   // both are needed
  EXPECT_EQ(index_of_pair({0, 1, 1, 1}), -1.0);  // either suffices
  EXPECT_EQ(index_of_pair({0, 2, 3, 5}), 0.0);   // each does its own
}

TEST(Interactions, OfUnanimityGamesAreKnown) {
  // Worth 1 if all of T are there: 1 / (t - 1) for each pair in T, and nothing for other pairs
  // (Grabisch & Roubens 1999).
  const Worths worths = game(5, [](std::size_t set) { return (set & 0b01101) == 0b01101 ? 1 : 0; });
  const auto pairs = pair_interactions(worths);
  EXPECT_EQ(pairs.size(), 10u);
  for (const auto& [first, second, index] : pairs) {
    const bool inside = (0b01101 >> first & 1) && (0b01101 >> second & 1);
    EXPECT_TRUE(index.numerator * 2 == (inside ? index.denominator : 0));
  }
}

TEST(Preventions, AreTheSmallestSetsThatSuffice) {
  // Harm needs player 0 and one of 1 and 2.
  const Worths worths = game(3, [](std::size_t set) { return (set & 1) && (set & 6) ? 3 : 0; });
  EXPECT_THAT(smallest_preventions(worths), ElementsAre(0b001u, 0b110u));
}

TEST(Preventions, OfWhatIsNotThereOrCannotBePreventedAreNone) {
  EXPECT_THAT(smallest_preventions(Worths{0, 0, 0, 0}), IsEmpty());
  EXPECT_THAT(smallest_preventions(Worths{0, 1, 1, 0}), IsEmpty());
  EXPECT_THAT(smallest_preventions(Worths{1, 1, 1, 1}), IsEmpty());
}

TEST(Preventions, MayNeedTheRemovalOfACauseThatProtects) {
  // Without player 0 all is well; without 1 it is not, but without both again.
  EXPECT_THAT(smallest_preventions(Worths{0, 1, 0, 1}), ElementsAre(0b01u));
}

TEST(Games, HaveOneToEightPlayers) {
  for (const std::size_t size : {0, 1, 3, 6, 512}) {
    const Worths worths(size, 0);
    EXPECT_THROW(shapley_values(worths), std::invalid_argument);
    EXPECT_THROW(pair_interactions(worths), std::invalid_argument);
    EXPECT_THROW(smallest_preventions(worths), std::invalid_argument);
  }
}

}  // namespace
}  // namespace fieldtwin

#include "sim/outages.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace fieldtwin {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<std::pair<double, double>> pairs(const std::vector<ShareStep>& steps) {
  std::vector<std::pair<double, double>> result;
  for (const auto& step : steps) result.emplace_back(step.from.value(), step.left.value());
  return result;
}

using Pairs = std::vector<std::pair<double, double>>;

TEST(Episodes, OverlappingShortagesMultiply) {
  const auto steps = combine({{{10_s, 30_s}, Probability(0.5)}, {{20_s, 40_s}, Probability(0.5)}});
  EXPECT_EQ(pairs(steps), (Pairs{{10, 0.5}, {20, 0.25}, {30, 0.5}, {40, 1}}));
  EXPECT_EQ(left_at(steps, 0_s), Probability(1));
  EXPECT_EQ(left_at(steps, 10_s), Probability(0.5));
  EXPECT_EQ(left_at(steps, 25_s), Probability(0.25));
  EXPECT_EQ(left_at(steps, 40_s), Probability(1));
}

TEST(Episodes, NothingIsLeftWhileAnyLeavesNothing) {
  EXPECT_EQ(pairs(combine({{{0_s, 20_s}, Probability(0)}, {{10_s, 30_s}, Probability(0)}})),
            (Pairs{{0, 0}, {30, 1}}));
  // Back to back, without an instant in between.
  EXPECT_EQ(pairs(combine({{{10_s, 20_s}, Probability(0)}, {{20_s, 30_s}, Probability(0)}})),
            (Pairs{{10, 0}, {30, 1}}));
  EXPECT_EQ(pairs(combine({{{10_s, Seconds(kInfinity)}, Probability(0)}})), (Pairs{{10, 0}}));
}

TEST(Episodes, EmptyPeriodsChangeNothing) {
  EXPECT_TRUE(combine({}).empty());
  EXPECT_TRUE(combine({{{10_s, 10_s}, Probability(0)}}).empty());
  EXPECT_THROW(combine({{{10_s, 9_s}, Probability(0)}}), std::invalid_argument);
  EXPECT_THROW(combine({{{10_s, Seconds(std::nan(""))}, Probability(0)}}), std::invalid_argument);
}

const OutageLaw kLaw{Probability(0.9), 100_s};

TEST(Outages, AvailabilityIsStationaryFromTheBeginning) {
  // The state at one time over many entities: a binomial share, whatever the time.
  const Draws draws(1, 0);
  constexpr int kEntities = 20000;
  for (const Seconds time : {0_s, 50_s, 1000_s}) {
    int up = 0;
    for (std::uint32_t entity = 0; entity < kEntities; ++entity) {
      up += Outages(draws, entity, kLaw).is_up(time) ? 1 : 0;
    }
    const double z = (up - 0.9 * kEntities) / std::sqrt(kEntities * 0.9 * 0.1);
    EXPECT_LT(std::abs(z), 4.0) << time.value();
  }
}

TEST(Outages, MeanOutageIsWhatWasAsked) {
  // Steps of 1 s over 2e6 s: 2000 cycles of 1000 s on average.
  Outages outages(Draws(2, 0), 7, kLaw);
  int down = 0;
  int starts = 0;
  bool was_up = true;
  for (int t = 0; t < 2'000'000; ++t) {
    const bool up = outages.is_up(Seconds(t));
    down += up ? 0 : 1;
    starts += was_up && !up ? 1 : 0;
    was_up = up;
  }
  // Exponential: standard error 100 / sqrt(n). Outages between two looks are missed: those seen are
  // longer by a share of about 1/200.
  EXPECT_NEAR(static_cast<double>(down) / starts, 100.5, 4 * 100 / std::sqrt(starts));
  EXPECT_NEAR(starts, 2000, 4 * std::sqrt(2000));
}

TEST(Outages, AnswersDoNotDependOnWhatElseWasAsked) {
  Outages in_order(Draws(3, 0), 1, kLaw);
  Outages leaping(Draws(3, 0), 1, kLaw);
  for (int t = 0; t < 100'000; t += 997) {
    const bool up = in_order.is_up(Seconds(t));
    EXPECT_EQ(leaping.is_up(Seconds(t)), up);
    leaping.is_up(Seconds((t * 7919) % 100'000));  // back and forth
  }
}

TEST(Outages, EntitiesAndReplicationsDiffer) {
  const auto pattern = [](Draws draws, std::uint32_t entity) {
    Outages outages(draws, entity, {Probability(0.5), 10_s});
    std::vector<bool> up;
    for (int t = 0; t < 1000; t += 10) up.push_back(outages.is_up(Seconds(t)));
    return up;
  };
  EXPECT_EQ(pattern(Draws(3, 0), 1), pattern(Draws(3, 0), 1));
  EXPECT_NE(pattern(Draws(3, 0), 1), pattern(Draws(3, 0), 2));
  EXPECT_NE(pattern(Draws(3, 0), 1), pattern(Draws(3, 1), 1));
}

TEST(Outages, ScheduledOnesComeOnTop) {
  Outages outages(Draws(1, 0), 0, {Probability(1), 0_s}, {{10_s, 20_s}, {15_s, 30_s}});
  EXPECT_TRUE(outages.is_up(Seconds(9.9)));
  EXPECT_FALSE(outages.is_up(10_s));
  EXPECT_FALSE(outages.is_up(Seconds(29.9)));
  EXPECT_TRUE(outages.is_up(30_s));
  EXPECT_TRUE(outages.is_up(Seconds(1e9)));
}

TEST(Outages, NeverUpAndAlwaysUp) {
  EXPECT_FALSE(Outages(Draws(1, 0), 0, {Probability(0), 1_s}).is_up(Seconds(1e9)));
  EXPECT_TRUE(Outages(Draws(1, 0), 0, {Probability(1), 0_s}).is_up(Seconds(1e9)));
}

TEST(Outages, RejectsWhatIsNoLaw) {
  EXPECT_THROW(Outages(Draws(1, 0), 0, {Probability(1.1), 1_s}), std::invalid_argument);
  EXPECT_THROW(Outages(Draws(1, 0), 0, {Probability(0.5), 0_s}), std::invalid_argument);
  EXPECT_THROW(Outages(Draws(1, 0), 0, {Probability(std::nan("")), 1_s}), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

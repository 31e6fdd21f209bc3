#include "sim/turns.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "sim/calendar.hpp"
#include "sim/random/draws.hpp"
#include "sim/servers.hpp"
#include "sim/task.hpp"

namespace fieldtwin {
namespace {

constexpr Seconds kForever{std::numeric_limits<double>::infinity()};

struct Caller {
  Seconds joins;
  Seconds service;
  Seconds patience;
  Priority priority;
};

struct Fate {
  Seconds waited{-1.0};
  bool served = false;
};

/// A day at a desk whose number of servers changes, from none to some.
struct Desk {
  Calendar calendar{Clockwork::kAlone};
  Servers pool{calendar, 0};
  Turns turns;
  std::vector<Fate> fates;

  Desk() { pool.remember(turns); }

  static Process call(Desk& desk, Caller caller, std::size_t number) {
    co_await desk.calendar.sleep_until(caller.joins);
    const auto lease = co_await desk.pool.acquire_within(caller.patience, caller.priority);
    desk.fates[number] = {desk.calendar.now() - caller.joins, lease.has_value()};
    if (lease) co_await desk.calendar.sleep(caller.service);
  }

  static Process staff(Desk& desk, Draws draws) {
    for (std::uint64_t shift = 0; shift < 40; ++shift) {
      const double u = draws.uniform(Decision::kTest, shift, 9);
      desk.pool.set_servers(static_cast<std::size_t>(u * 5.0));
      co_await desk.calendar.sleep(Seconds(300.0 * draws.uniform(Decision::kTest, shift, 10)));
    }
    desk.pool.set_servers(1);
  }

  const std::vector<Fate>& run(const std::vector<Caller>& callers, const Draws& draws) {
    fates.resize(callers.size());
    calendar.start(staff(*this, draws));
    for (std::size_t i = 0; i < callers.size(); ++i) calendar.start(call(*this, callers[i], i));
    calendar.run();
    return fates;
  }
};

/// Callers of both classes, of whom some give up.
std::vector<Caller> callers_of(const Draws& draws) {
  std::vector<Caller> callers;
  for (std::uint64_t i = 0; i < 200; ++i) {
    const auto u = [&](std::uint16_t index) { return draws.uniform(Decision::kTest, i, index); };
    callers.push_back({Seconds(5000.0 * u(0)), Seconds(100.0 * u(1)), Seconds(400.0 * u(2)),
                       u(3) < 0.4 ? Priority::kHigh : Priority::kNormal});
  }
  return callers;
}

TEST(Turns, OfRealCallersAreTheirWaits) {
  int waited = 0, left = 0;
  for (std::uint32_t world = 0; world < 20; ++world) {
    const Draws draws(1, world);
    const std::vector<Caller> callers = callers_of(draws);
    Desk desk;
    const std::vector<Fate>& fates = desk.run(callers, draws);
    for (std::size_t i = 0; i < callers.size(); ++i) {
      const auto turn = desk.turns.turn(callers[i].priority, callers[i].joins);
      const bool in_time = turn && *turn <= callers[i].joins + callers[i].patience;
      EXPECT_EQ(in_time, fates[i].served);
      if (fates[i].served) {
        EXPECT_EQ(*turn - callers[i].joins, fates[i].waited);
      }
      waited += fates[i].served && fates[i].waited > Seconds(0.0) ? 1 : 0;
      left += fates[i].served ? 0 : 1;
    }
  }
  EXPECT_GT(waited, 500);
  EXPECT_GT(left, 500);
}

// The wait read off the memory is the one that somebody has who really comes in addition, in a
// world that is otherwise the same.
TEST(Turns, AreWhatOneMoreCallerWouldHaveWaited) {
  int waited = 0;
  for (std::uint32_t world = 0; world < 8; ++world) {
    const Draws draws(2, world);
    const std::vector<Caller> callers = callers_of(draws);
    Desk desk;
    desk.run(callers, draws);
    for (std::uint64_t i = 0; i < 60; ++i) {
      const Caller more{Seconds(5000.0 * draws.uniform(Decision::kTest, i, 20)), 50_s, kForever,
                        i % 2 == 0 ? Priority::kHigh : Priority::kNormal};
      std::vector<Caller> all = callers;
      all.push_back(more);
      Desk with_one_more;
      const Fate fate = with_one_more.run(all, draws).back();
      const auto turn = desk.turns.turn(more.priority, more.joins);
      ASSERT_EQ(turn.has_value(), fate.served);
      if (turn) {
        EXPECT_EQ(*turn - more.joins, fate.waited);
      }
      waited += fate.waited > Seconds(0.0) ? 1 : 0;
    }
  }
  EXPECT_GT(waited, 100);
}

TEST(Turns, AreUnknownUntilTheyCome) {
  Turns turns;
  EXPECT_FALSE(turns.turn(Priority::kNormal, 0_s));
  turns.free(5_s);
  EXPECT_EQ(turns.turn(Priority::kNormal, 0_s), 5_s);
  EXPECT_EQ(turns.turn(Priority::kNormal, 7_s), 7_s);
  turns.busy(8_s);
  EXPECT_EQ(turns.turn(Priority::kHigh, 8_s), 8_s);  // the one who takes the last server
  EXPECT_FALSE(turns.turn(Priority::kHigh, 9_s));
  turns.handed_over(20_s, Priority::kNormal, 10_s);
  EXPECT_EQ(turns.turn(Priority::kNormal, 9_s), 20_s);
  EXPECT_EQ(turns.turn(Priority::kNormal, 10_s), 20_s);
  EXPECT_FALSE(turns.turn(Priority::kNormal, 11_s));
  EXPECT_EQ(turns.turn(Priority::kHigh, 11_s), 20_s);  // would have gone before that one
}

TEST(Turns, ForgetWhatNobodyAsksAbout) {
  Turns turns;
  for (double t = 0.0; t < 1000.0; t += 1.0) {
    turns.handed_over(Seconds(t + 0.5), Priority::kNormal, Seconds(t));
    turns.forget(Seconds(t - 10.0));
    EXPECT_LE(turns.size(), 24u);
  }
  EXPECT_EQ(turns.turn(Priority::kNormal, 995_s), Seconds(995.5));
}

}  // namespace
}  // namespace fieldtwin

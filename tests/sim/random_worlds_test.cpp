/// Thousands of random processes on random pools, with random patience, time-outs, shifts and
/// cancellations: what must hold whatever happens.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <vector>

#include "sim/engine.hpp"
#include "sim/random/draws.hpp"
#include "sim/servers.hpp"
#include "sim/shifts.hpp"
#include "sim/timeout.hpp"
#include "tests/support/fork.hpp"

namespace fieldtwin {
namespace {

/// A pool, and what a watcher recomputes about it from the changes that it sees.
class WatchedPool {
 public:
  WatchedPool(Calendar& calendar, std::size_t servers)
      : calendar_(calendar), pool_(calendar, servers), servers_(servers), most_(servers) {
    pool_.on_change([this](const Servers&) { changed(); });
  }

  Servers& pool() { return pool_; }

  void expect_consistent() {
    changed();
    EXPECT_EQ(violations_, 0);
    EXPECT_NEAR(pool_.busy_time().value(), busy_time_, 1e-6 * busy_time_ + 1e-9);
    EXPECT_NEAR(pool_.duty_time().value(), duty_time_, 1e-6 * duty_time_ + 1e-9);
    EXPECT_EQ(pool_.busy(), 0u);
    EXPECT_EQ(pool_.waiting(), 0u);
  }

 private:
  void changed() {
    const double passed = calendar_.now().value() - since_;
    busy_time_ += passed * static_cast<double>(busy_);
    duty_time_ += passed * static_cast<double>(std::max(busy_, servers_));
    since_ = calendar_.now().value();
    // Beyond the servers on duty, only those that were busy when the shift shrank.
    if (pool_.servers() != servers_) most_ = std::max(pool_.servers(), pool_.busy());
    most_ = std::max(pool_.servers(), std::min(most_, pool_.busy()));
    if (pool_.busy() > most_) ++violations_;
    if (pool_.waiting() > 0 && pool_.busy() < pool_.servers()) ++violations_;  // idle with a queue
    servers_ = pool_.servers();
    busy_ = pool_.busy();
  }

  Calendar& calendar_;
  Servers pool_;
  std::size_t servers_;
  std::size_t busy_ = 0;
  std::size_t most_;
  double since_ = 0.0;
  double busy_time_ = 0.0;
  double duty_time_ = 0.0;
  int violations_ = 0;
};

struct World {
  World(Clockwork clockwork, std::uint64_t seed) : calendar(clockwork), draws(seed, 0) {
    for (std::size_t servers : {1, 2, 5, 20}) {
      pools.push_back(std::make_unique<WatchedPool>(calendar, servers));
    }
  }

  double uniform(std::uint64_t who, int& used) {
    return draws.uniform(Decision::kTest, who, static_cast<std::uint16_t>(used++));
  }

  Calendar calendar;
  Draws draws;
  std::vector<std::unique_ptr<WatchedPool>> pools;
  std::vector<double> trace;
  int begun = 0;
  int ended = 0;
};

/// Random times lie on a coarse grid, so that much happens at the same instant.
Seconds pause(double u) {
  return Seconds(std::floor(u * 8.0) * 0.5);
}

/// Two numbers of draws a level, so that levels of one process do not share any.
Task<int> errand(World& world, std::uint64_t who, int depth) {
  int used = 100 * (depth + 1);
  const double pick = world.uniform(who, used);
  Servers& pool = world.pools[static_cast<std::size_t>(pick * 4.0)]->pool();
  const Priority priority = world.uniform(who, used) < 0.3 ? Priority::kHigh : Priority::kNormal;
  const double way = world.uniform(who, used);
  std::optional<Lease> lease;
  if (way < 0.5) {
    lease.emplace(co_await pool.acquire(priority));
  } else {
    lease = co_await pool.acquire_within(pause(world.uniform(who, used)), priority);
    if (!lease) co_return -1;
  }
  co_await world.calendar.sleep(pause(world.uniform(who, used)));
  int below = 0;
  if (depth < 2 && world.uniform(who, used) < 0.5) {
    lease.reset();  // nobody waits for one pool while holding another: that could lock for ever
    const Seconds limit = pause(world.uniform(who, used));
    const auto inner = co_await with_timeout(world.calendar, limit, errand(world, who, depth + 1));
    below = inner.value_or(-10);
  }
  if (world.uniform(who, used) < 0.02) throw static_cast<int>(who);
  co_return below + 1;
}

Process live(World& world, std::uint64_t who) {
  ++world.begun;
  int used = 0;
  co_await world.calendar.sleep(pause(world.uniform(who, used)) * 50.0);
  for (int i = 0; i < 3; ++i) {
    const Seconds limit = pause(world.uniform(who, used)) * 4.0;
    std::optional<int> result;
    try {
      result = co_await with_timeout(world.calendar, limit, errand(world, who * 4 + i, 0));
    } catch (int thrower) {
      result = -1000;
    }
    world.trace.push_back(static_cast<double>(who));
    world.trace.push_back(world.calendar.now().value());
    world.trace.push_back(result.value_or(-100));
  }
  if (who % 5 == 0) world.calendar.start(live(world, who + 1'000'001));
  ++world.ended;
}

std::vector<double> run_world(Clockwork clockwork, std::uint64_t seed) {
  const auto engine =
      clockwork == Clockwork::kEngine ? std::make_unique<Engine>() : std::unique_ptr<Engine>();
  World world(clockwork, seed);
  for (std::size_t i = 0; i < world.pools.size(); ++i) {
    std::vector<Staffing> shifts;
    for (int k = 0; k < 40; ++k) {
      int used = k;
      const double u = world.uniform(900'000'000 + i, used);
      shifts.push_back({Seconds(5.0 * (k + 1)), static_cast<std::size_t>(u * 12.0)});
    }
    shifts.push_back({Seconds(300.0), 3});  // whoever waits for sure is served in the end
    world.calendar.start(follow_shifts(world.calendar, world.pools[i]->pool(), shifts));
  }
  for (std::uint64_t who = 0; who < 3000; ++who) world.calendar.start(live(world, who));
  world.calendar.run();
  EXPECT_EQ(world.begun, world.ended);  // nobody is lost
  EXPECT_GE(world.begun, 3600);
  for (const auto& pool : world.pools) pool->expect_consistent();
  return world.trace;
}

class RandomWorlds : public testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, RandomWorlds, testing::Values(1, 2, 3, 4));

TEST_P(RandomWorlds, KeepTheirBooksAndTheirTrace) {
  const auto trace = run_world(Clockwork::kAlone, GetParam());
  EXPECT_EQ(trace, run_world(Clockwork::kAlone, GetParam()));
  EXPECT_NE(trace, run_world(Clockwork::kAlone, GetParam() + 100));
  const auto by_engine = in_child([] { return run_world(Clockwork::kEngine, GetParam()); });
  EXPECT_EQ(trace, by_engine);
}

Process end_the_run(Calendar& calendar) {
  co_await calendar.sleep(26_s);
  throw 1;
}

TEST_P(RandomWorlds, StopInTheMiddleLeavesNothingBehind) {
  World world(Clockwork::kAlone, GetParam());
  for (std::uint64_t who = 0; who < 1000; ++who) world.calendar.start(live(world, who));
  world.calendar.start(end_the_run(world.calendar));
  EXPECT_THROW(world.calendar.run(), int);
  std::size_t held = 0;
  for (const auto& pool : world.pools) held += pool->pool().busy() + pool->pool().waiting();
  EXPECT_GT(held, 10u);
  world.calendar.stop();
  for (const auto& pool : world.pools) {
    EXPECT_EQ(pool->pool().busy(), 0u);
    EXPECT_EQ(pool->pool().waiting(), 0u);
  }
}

}  // namespace
}  // namespace fieldtwin

#include "sim/timeout.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/servers.hpp"

namespace fieldtwin {
namespace {

struct Ending {
  std::optional<int> result;
  Seconds time{-1.0};
};

Task<int> work(Calendar& calendar, Seconds duration, int result) {
  co_await calendar.sleep(duration);
  co_return result;
}

Task<int> work_at_once(int result) {
  co_return result;
}

Process limited(Calendar& calendar, Seconds limit, Task<int> task, Ending& ending) {
  ending.result = co_await with_timeout(calendar, limit, std::move(task));
  ending.time = calendar.now();
}

class Timeout : public testing::Test {
 protected:
  Ending run(Seconds limit, Task<int> task) {
    Ending ending;
    calendar_.start(limited(calendar_, limit, std::move(task), ending));
    calendar_.run();
    return ending;
  }
  Calendar calendar_{Clockwork::kAlone};
};

TEST_F(Timeout, GivesTheResultOfATaskThatIsInTime) {
  const Ending ending = run(3_s, work(calendar_, 2_s, 7));
  EXPECT_EQ(ending.result, 7);
  EXPECT_EQ(ending.time, 2_s);
  EXPECT_EQ(calendar_.now(), 2_s);  // the timer is gone: the run does not wait for it
}

TEST_F(Timeout, GivesNothingAtTheLimit) {
  const Ending ending = run(2_s, work(calendar_, 3_s, 7));
  EXPECT_EQ(ending.result, std::nullopt);
  EXPECT_EQ(ending.time, 2_s);
  EXPECT_EQ(calendar_.now(), 2_s);  // the task is gone
}

TEST_F(Timeout, AtTheSameInstantTheTimerWasFirst) {
  EXPECT_EQ(run(2_s, work(calendar_, 2_s, 7)).result, std::nullopt);
}

TEST_F(Timeout, TaskThatNeedsNoTimeEndsEvenWithNoTimeLeft) {
  const Ending ending = run(0_s, work_at_once(7));
  EXPECT_EQ(ending.result, 7);
  EXPECT_EQ(ending.time, 0_s);
}

TEST_F(Timeout, NoLimitIsInfinity) {
  const Seconds never(std::numeric_limits<double>::infinity());
  EXPECT_EQ(run(never, work(calendar_, 1000_s, 7)).result, 7);
  EXPECT_EQ(calendar_.now(), 1000_s);
}

Task<int> nested(Calendar& calendar, Seconds inner_limit, Seconds duration) {
  const auto inner = co_await with_timeout(calendar, inner_limit, work(calendar, duration, 1));
  co_await calendar.sleep(1_s);
  co_return inner.value_or(-1);
}

TEST_F(Timeout, NestedInnerFirst) {
  const Ending ending = run(10_s, nested(calendar_, 2_s, 5_s));
  EXPECT_EQ(ending.result, -1);
  EXPECT_EQ(ending.time, 3_s);
}

TEST_F(Timeout, NestedOuterFirst) {
  const Ending ending = run(2_s, nested(calendar_, 4_s, 5_s));
  EXPECT_EQ(ending.result, std::nullopt);
  EXPECT_EQ(calendar_.now(), 2_s);
}

TEST_F(Timeout, NestedOuterBetweenInnerAndEnd) {
  EXPECT_EQ(run(Seconds(2.5), nested(calendar_, 2_s, 5_s)).result, std::nullopt);
  EXPECT_EQ(calendar_.now(), Seconds(2.5));
}

TEST_F(Timeout, NestedAtTheSameInstantTheOuterWins) {
  EXPECT_EQ(run(2_s, nested(calendar_, 2_s, 5_s)).result, std::nullopt);
  EXPECT_EQ(calendar_.now(), 2_s);
}

Task<int> fail_after(Calendar& calendar, Seconds duration) {
  if (duration > 0_s) co_await calendar.sleep(duration);
  throw std::runtime_error("task");
}

Process catch_failure(Calendar& calendar, Seconds duration, std::string& what) {
  try {
    co_await with_timeout(calendar, 5_s, fail_after(calendar, duration));
  } catch (const std::runtime_error& error) {
    what = error.what();
  }
}

TEST_F(Timeout, ExceptionOfTheTaskReachesTheCaller) {
  std::string at_once;
  std::string later;
  calendar_.start(catch_failure(calendar_, 0_s, at_once));
  calendar_.start(catch_failure(calendar_, 1_s, later));
  calendar_.run();
  EXPECT_EQ(at_once, "task");
  EXPECT_EQ(later, "task");
  EXPECT_EQ(calendar_.now(), 1_s);
}

TEST_F(Timeout, ExceptionOfTheTaskPropagatesOutOfRun) {
  Ending ending;
  calendar_.start(limited(calendar_, 5_s, fail_after(calendar_, 1_s), ending));
  EXPECT_THROW(calendar_.run(), std::runtime_error);
}

Task<int> hold(Calendar& calendar, Servers& pool, Seconds duration) {
  const Lease lease = co_await pool.acquire();
  co_await calendar.sleep(duration);
  co_return 1;
}

TEST_F(Timeout, LeaseIsReturnedOnCancellation) {
  Servers pool(calendar_, 1);
  Ending holder;
  Ending waiter;
  calendar_.start(limited(calendar_, 2_s, hold(calendar_, pool, 100_s), holder));
  calendar_.start(limited(calendar_, 10_s, hold(calendar_, pool, 3_s), waiter));
  calendar_.run();
  EXPECT_EQ(holder.result, std::nullopt);
  EXPECT_EQ(holder.time, 2_s);
  EXPECT_EQ(waiter.result, 1);  // got the server at 2 s
  EXPECT_EQ(waiter.time, 5_s);
  EXPECT_EQ(pool.busy(), 0u);
}

TEST_F(Timeout, CancelledWaiterLeavesTheQueue) {
  Servers pool(calendar_, 1);
  Ending holder;
  Ending gone;
  Ending behind;
  calendar_.start(limited(calendar_, 100_s, hold(calendar_, pool, 10_s), holder));
  calendar_.start(limited(calendar_, 2_s, hold(calendar_, pool, 10_s), gone));
  calendar_.start(limited(calendar_, 100_s, hold(calendar_, pool, 10_s), behind));
  EXPECT_EQ(pool.waiting(), 2u);
  calendar_.run();
  EXPECT_EQ(gone.time, 2_s);
  EXPECT_EQ(behind.time, 20_s);
  EXPECT_EQ(pool.waiting(), 0u);
}

// The server is handed over at the instant when the one who waited for it is cancelled.
TEST_F(Timeout, ServerHandedToACancelledWaiterGoesToTheNext) {
  Servers pool(calendar_, 1);
  Ending holder;
  Ending gone;
  Ending behind;
  // The holder's sleep is asked for before the waiter's limit, both for 2 s.
  calendar_.start(limited(calendar_, 100_s, hold(calendar_, pool, 2_s), holder));
  calendar_.start(limited(calendar_, 2_s, hold(calendar_, pool, 1_s), gone));
  calendar_.start(limited(calendar_, 100_s, hold(calendar_, pool, 1_s), behind));
  calendar_.run();
  EXPECT_EQ(holder.result, 1);
  EXPECT_EQ(gone.result, std::nullopt);
  EXPECT_EQ(behind.result, 1);
  EXPECT_EQ(behind.time, 3_s);
  EXPECT_EQ(pool.busy(), 0u);
  EXPECT_EQ(pool.busy_time(), 3_s);
}

TEST_F(Timeout, StopWhileWaitingWithinALimit) {
  Servers pool(calendar_, 1);
  std::vector<Ending> endings(5);
  for (auto& ending : endings) {
    calendar_.start(limited(calendar_, 5_s, hold(calendar_, pool, 10_s), ending));
  }
  EXPECT_EQ(pool.waiting(), 4u);
  calendar_.stop();
  EXPECT_EQ(pool.waiting(), 0u);
  EXPECT_EQ(pool.busy(), 0u);
}

}  // namespace
}  // namespace fieldtwin

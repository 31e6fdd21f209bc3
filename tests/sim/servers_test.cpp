#include "sim/servers.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fieldtwin {
namespace {

using Log = std::vector<std::pair<double, std::string>>;

struct Customer {
  std::string name;
  Seconds arrives{0.0};
  Seconds service{1.0};
  Seconds patience{std::numeric_limits<double>::infinity()};
  Priority priority = Priority::kNormal;
};

Process change_servers(Calendar& calendar, Servers& pool, Seconds time, std::size_t servers) {
  co_await calendar.sleep_until(time);
  const std::size_t busy = pool.busy();
  pool.set_servers(servers);
  EXPECT_GE(pool.busy(), busy);  // nobody is interrupted
}

class ServersTest : public testing::Test {
 protected:
  void come(Customer customer) { calendar_.start(visit(*this, std::move(customer))); }

  static Process visit(ServersTest& self, Customer customer) {
    co_await self.calendar_.sleep_until(customer.arrives);
    const auto lease = co_await self.pool_.acquire_within(customer.patience, customer.priority);
    self.log(lease ? customer.name : customer.name + " left");
    if (lease) co_await self.calendar_.sleep(customer.service);
  }

  void log(std::string what) { log_.emplace_back(calendar_.now().value(), std::move(what)); }

  Calendar calendar_{Clockwork::kAlone};
  Servers pool_{calendar_, 1};
  Log log_;
};

TEST_F(ServersTest, FirstComeFirstServed) {
  come({"a", 0_s, 3_s});
  come({"b", 1_s, 3_s});
  come({"c", 2_s, 3_s});
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {3, "b"}, {6, "c"}}));
  EXPECT_EQ(pool_.busy_time(), 9_s);
  EXPECT_EQ(pool_.duty_time(), 9_s);
}

TEST_F(ServersTest, HigherPriorityGoesFirstButDoesNotInterrupt) {
  come({"a", 0_s, 3_s});
  come({"b", 1_s, 3_s});
  come({"c", Seconds(1.5), 3_s});
  come({.name = "urgent", .arrives = 2_s, .service = 3_s, .priority = Priority::kHigh});
  come({.name = "urgent too", .arrives = 2_s, .service = 3_s, .priority = Priority::kHigh});
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {3, "urgent"}, {6, "urgent too"}, {9, "b"}, {12, "c"}}));
}

TEST_F(ServersTest, GivesUpExactlyWhenPatienceEnds) {
  come({"a", 0_s, 10_s});
  come({"b", 1_s, 1_s, Seconds(2.5)});
  come({"c", 2_s, 1_s});
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {3.5, "b left"}, {10, "c"}}));
}

TEST_F(ServersTest, PatienceOfNothingTakesAFreeServerAndElseLeaves) {
  come({"a", 0_s, 10_s, 0_s});
  come({"b", 1_s, 10_s, 0_s});
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {1, "b left"}}));
}

// At one instant the order of asking decides: the job that ends was begun before the caller came.
TEST_F(ServersTest, ServerThatBecomesFreeWhenPatienceEndsIsTaken) {
  come({"a", 0_s, 3_s});
  come({"b", 1_s, 1_s, 2_s});
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {3, "b"}}));
}

TEST_F(ServersTest, CallerWhoCameBeforeThatJobBeganLeaves) {
  come({"a", 0_s, 2_s});
  come({"b", 0_s, 1_s});
  come({"c", 0_s, 1_s, 3_s});
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {2, "b"}, {3, "c left"}}));
}

TEST_F(ServersTest, OneWhoComesWhenAServerBecomesFreeDoesNotOvertake) {
  come({"a", 0_s, 3_s});
  come({"b", 1_s, 1_s});
  come({"c", 3_s, 1_s});  // its arrival was asked for before a's end
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {3, "b"}, {4, "c"}}));
}

TEST_F(ServersTest, NewServersTakeUpWorkAtOnce) {
  for (const char* name : {"a", "b", "c", "d"}) come({name, 0_s, 10_s});
  calendar_.start(change_servers(calendar_, pool_, 4_s, 3));
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {4, "b"}, {4, "c"}, {10, "d"}}));
  EXPECT_EQ(pool_.busy_time(), 40_s);
  EXPECT_EQ(pool_.duty_time(), Seconds(4 * 1 + 16 * 3));
}

TEST_F(ServersTest, ServersThatGoFinishTheirWork) {
  pool_.set_servers(3);
  for (const char* name : {"a", "b", "c", "d"}) come({name, 0_s, 10_s});
  come({"e", 5_s, 1_s});
  calendar_.start(change_servers(calendar_, pool_, 4_s, 1));
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "a"}, {0, "b"}, {0, "c"}, {10, "d"}, {20, "e"}}));
  // On duty: three until 10 s, though the shift ended at 4 s.
  EXPECT_EQ(pool_.duty_time(), Seconds(3 * 10 + 11));
  EXPECT_EQ(pool_.busy_time(), Seconds(3 * 10 + 11));
}

TEST_F(ServersTest, NobodyIsServedWhileTheDeskIsClosed) {
  pool_.set_servers(0);
  come({"a", 0_s, 1_s});
  come({"b", 0_s, 1_s, 2_s});
  calendar_.run();
  EXPECT_EQ(log_, (Log{{2, "b left"}}));
  EXPECT_EQ(pool_.waiting(), 1u);
}

TEST_F(ServersTest, WatcherSeesEachChange) {
  Log seen;
  pool_.on_change([&](const Servers& pool) {
    seen.emplace_back(calendar_.now().value(),
                      std::to_string(pool.busy()) + "+" + std::to_string(pool.waiting()));
  });
  come({"a", 0_s, 3_s});
  come({"b", 1_s, 3_s});
  come({"c", 2_s, 3_s, 2_s});
  calendar_.run();
  EXPECT_EQ(seen, (Log{{0, "1+0"}, {1, "1+1"}, {2, "1+2"}, {3, "1+1"}, {4, "1+0"}, {6, "0+0"}}));
}

Process hold_two(Calendar& calendar, Servers& pool) {
  Lease lease = co_await pool.acquire();
  Lease other = co_await pool.acquire();
  EXPECT_EQ(pool.busy(), 2u);
  lease = std::move(other);  // gives back the one it held
  EXPECT_EQ(pool.busy(), 1u);
  co_await calendar.sleep(1_s);
}

TEST_F(ServersTest, LeaseGivesBackWhenAnotherIsAssigned) {
  pool_.set_servers(2);
  calendar_.start(hold_two(calendar_, pool_));
  calendar_.run();
  EXPECT_EQ(pool_.busy(), 0u);
  EXPECT_EQ(pool_.busy_time(), 1_s);
}

Process hold(Calendar& calendar, Servers& pool) {
  const Lease lease = co_await pool.acquire();
  co_await calendar.sleep(100_s);
}

TEST(Servers, PoolThatGoesFirstCancelsThoseWhoHoldAndWait) {
  Calendar calendar(Clockwork::kAlone);
  int changes = 0;
  {
    Servers pool(calendar, 2);
    pool.on_change([&](const Servers&) { ++changes; });
    for (int i = 0; i < 5; ++i) {
      calendar.start(hold(calendar, pool));
    }
    EXPECT_EQ(changes, 5);
  }
  EXPECT_EQ(changes, 5);  // the end of the world is no event
  calendar.run();
  EXPECT_EQ(calendar.now(), 0_s);
}

}  // namespace
}  // namespace fieldtwin

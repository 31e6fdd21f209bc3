/// Transfers that share links, through SimGrid.

#include <gtest/gtest.h>

#include <algorithm>
#include <simgrid/s4u/Engine.hpp>
#include <simgrid/s4u/Host.hpp>
#include <simgrid/s4u/Link.hpp>
#include <stdexcept>
#include <vector>

#include "tests/network/field.hpp"
#include "tests/support/fork.hpp"

namespace fieldtwin {
namespace {

class Flows : public testing::Test {
 protected:
  Field field_;
};

TEST_F(Flows, TwoShareABottleneck) {
  // 1 MB/s: both at 0.5 MB/s from 1 s, until the shorter has its 1 MB at 3 s; the longer has then
  // 1 MB left, alone.
  Sent a;
  Sent b;
  Sent elsewhere;
  field_.calendar.start(send_at(field_, 1_s, 0, 2.0, a));
  field_.calendar.start(send_at(field_, 1_s, 1, 1.0, b));
  field_.calendar.start(send_at(field_, 1_s, 4, 1.0, elsewhere));
  field_.calendar.run();
  EXPECT_NEAR(b.time, 3.0, kTick);
  EXPECT_NEAR(a.time, 4.0, kTick);
  EXPECT_NEAR(elsewhere.time, 2.0, kTick);
}

TEST_F(Flows, SharesAreMaxMinFair) {
  // One is limited to 0.2 MB/s by its radio; the other two share the rest, 0.4 MB/s each.
  Sent limited;
  Sent b;
  Sent c;
  field_.calendar.start(send_at(field_, 0_s, 0, 0.4, limited, BitsPerSecond(1.6e6)));
  field_.calendar.start(send_at(field_, 0_s, 1, 0.4, b));
  field_.calendar.start(send_at(field_, 0_s, 2, 0.8, c));
  field_.calendar.run();
  EXPECT_NEAR(b.time, 1.0, kTick);
  EXPECT_NEAR(c.time, 1.5, kTick);  // 0.4 MB left at 1 s, then at 0.8 MB/s
  EXPECT_EQ(limited.time, 2.0);     // undisturbed
}

TEST_F(Flows, UpAndDownShareTheCell) {
  Sent up;
  Sent down;
  field_.calendar.start(send_at(field_, 0_s, 0, 1.0, up));
  field_.calendar.start(send_at(field_, 0_s, 1, 1.0, down, kFast, Direction::kDown));
  field_.calendar.run();
  EXPECT_NEAR(up.time, 2.0, kTick);
  EXPECT_NEAR(down.time, 2.0, kTick);
}

TEST_F(Flows, CapacityChangesInMidFlow) {
  // 1 MB at 1 MB/s until 0.5 s, then at 0.25 MB/s until 1.5 s, then at 1 MB/s: 0.25 MB left.
  Sent sent;
  field_.calendar.start(send_at(field_, 0_s, 0, 1.0, sent));
  field_.calendar.start(set_cell_at(field_, Seconds(0.5), 0, 0.25));
  field_.calendar.start(set_cell_at(field_, Seconds(1.5), 0, 1.0));
  field_.calendar.run();
  EXPECT_NEAR(sent.time, 1.75, kTick);
}

TEST_F(Flows, TimeoutEndsAFlowAndTheOtherSpeedsUp) {
  // Both at 0.5 MB/s until 1 s; the other has then 0.5 MB left, alone.
  Sent stopped;
  Sent other;
  field_.calendar.start(send_within(field_, 1_s, 0, 5.0, stopped));
  field_.calendar.start(send_at(field_, 0_s, 1, 1.0, other));
  field_.calendar.run();
  EXPECT_EQ(stopped.delivery, std::nullopt);
  EXPECT_EQ(stopped.time, 1.0);
  EXPECT_EQ(other.delivery, Delivery::kDelivered);
  EXPECT_NEAR(other.time, 1.5, kTick);
}

TEST_F(Flows, LinkThatFailsInMidFlowLosesAtThatTime) {
  Sent lost;
  Sent lost_too;
  Sent elsewhere;
  Sent after;
  field_.calendar.start(send_at(field_, 0_s, 0, 1.0, lost));
  field_.calendar.start(send_at(field_, 0_s, 1, 1.0, lost_too));
  field_.calendar.start(send_at(field_, 0_s, 4, 1.0, elsewhere));
  const Seconds failure(0.123456789);
  field_.calendar.start(set_cell_at(field_, failure, 0, 0.0));
  field_.calendar.start(set_cell_at(field_, 1_s, 0, 1.0));
  field_.calendar.start(send_at(field_, 2_s, 0, 1.0, after));
  field_.calendar.run();
  EXPECT_EQ(lost.delivery, Delivery::kLost);
  EXPECT_EQ(lost.time, failure.value());
  EXPECT_EQ(lost_too.delivery, Delivery::kLost);
  EXPECT_EQ(lost_too.time, failure.value());
  EXPECT_EQ(elsewhere.delivery, Delivery::kDelivered);
  EXPECT_NEAR(elsewhere.time, 1.0, kTick);
  EXPECT_EQ(after.delivery, Delivery::kDelivered);
  EXPECT_NEAR(after.time, 3.0, kTick);
}

TEST_F(Flows, DeviceThatGoesOffInMidFlowLosesAtThatTime) {
  Sent lost;
  Sent other;
  field_.calendar.start(send_at(field_, 0_s, 0, 1.0, lost));
  field_.calendar.start(send_at(field_, 0_s, 1, 1.0, other));
  field_.calendar.start(set_device_at(field_, 1_s, 0, Network::Power::kOff));
  field_.calendar.run();
  EXPECT_EQ(lost.delivery, Delivery::kLost);
  EXPECT_EQ(lost.time, 1.0);
  EXPECT_EQ(other.delivery, Delivery::kDelivered);
  EXPECT_NEAR(other.time, 1.5, kTick);
}

TEST_F(Flows, FailureAndTimeoutAtTheSameInstant) {
  Sent sent;
  Sent other;
  field_.calendar.start(send_within(field_, 1_s, 0, 5.0, sent));
  field_.calendar.start(set_cell_at(field_, 1_s, 0, 0.0));
  field_.calendar.start(set_cell_at(field_, 1_s, 1, 0.0));
  field_.calendar.start(send_within(field_, 1_s, 4, 5.0, other));
  field_.calendar.run();
  EXPECT_EQ(sent.delivery, std::nullopt);  // its limit was asked for first
  EXPECT_EQ(sent.time, 1.0);
  EXPECT_EQ(other.time, 1.0);
}

TEST_F(Flows, EndAndTimeoutAtTheSameInstant) {
  Sent sent;
  field_.calendar.start(send_within(field_, 1_s, 0, 1.0, sent, BitsPerSecond(8e6)));
  field_.calendar.run();
  EXPECT_EQ(sent.time, 1.0);
}

// cancel() outside an actor reports completion twice.
TEST_F(Flows, TrapCancelResumesNobodyTwice) {
  std::vector<Sent> stopped(4);
  Sent after;
  for (std::uint32_t device = 0; device < 4; ++device) {
    field_.calendar.start(send_within(field_, 1_s, device, 5.0, stopped[device]));
  }
  field_.calendar.start(send_at(field_, 2_s, 0, 1.0, after));  // the same device, later
  field_.calendar.run();
  for (const auto& sent : stopped) EXPECT_EQ(sent.time, 1.0);
  EXPECT_EQ(after.delivery, Delivery::kDelivered);
  EXPECT_NEAR(after.time, 3.0, kTick);
}

Task<Delivery> send_twice(Field& field, std::uint32_t device) {
  co_await field.network.send(device, Direction::kUp, Bytes(1e6), kFast);
  const Delivery second = co_await field.network.send(device, Direction::kUp, Bytes(1e6), kFast);
  co_return second;
}

Process send_twice_within(Field& field, Seconds limit, std::uint32_t device, Sent& sent) {
  sent.delivery = co_await with_timeout(field.calendar, limit, send_twice(field, device));
  sent.time = field.calendar.now().value();
}

// SimGrid crashes when a transfer's last reference goes in its own completion callback, from where
// others are resumed, which may begin and stop transfers.
TEST_F(Flows, TrapTransfersThatBeginAndStopWithinACompletion) {
  std::vector<Sent> sent(6);
  for (std::uint32_t device = 0; device < 6; ++device) {
    // Limits around the end of the first transfer, at 4 s in the first cell and 2 s in the second.
    field_.calendar.start(
        send_twice_within(field_, Seconds(3.0 + 0.5 * device), device, sent[device]));
  }
  field_.calendar.run();
  for (const auto& s : sent) EXPECT_GT(s.time, 0.0);
  EXPECT_NEAR(sent[5].time, 3.0 + 0.5, 1.0);
}

TEST_F(Flows, SecondTransferOfABusyDeviceIsAnError) {
  Sent a;
  Sent b;
  field_.calendar.start(send_at(field_, 0_s, 0, 1.0, a));
  field_.calendar.start(send_at(field_, Seconds(0.5), 0, 1.0, b));
  EXPECT_THROW(field_.calendar.run(), std::logic_error);
}

// A link on all routes would make each event cost as much as there are transfers.
TEST_F(Flows, TrapNoLinkIsCommonToAllRoutes) {
  const auto* engine = simgrid::s4u::Engine::get_instance();
  const auto* service = engine->host_by_name("service");
  std::vector<simgrid::s4u::Link*> common = engine->get_all_links();
  for (const auto* host : engine->get_all_hosts()) {
    if (host == service) continue;
    for (const bool up : {true, false}) {
      std::vector<simgrid::s4u::Link*> route;
      double latency = 0.0;
      (up ? host : service)->route_to(up ? service : host, route, &latency);
      EXPECT_EQ(route.size(), 2u);  // its radio, its cell
      EXPECT_EQ(latency, 0.0);
      std::erase_if(common, [&](auto* link) {
        return std::find(route.begin(), route.end(), link) == route.end();
      });
    }
  }
  EXPECT_TRUE(common.empty());
}

TEST_F(Flows, ForkAfterBuildingRunsTheSame) {
  const auto run = [this] {
    Sent a;
    Sent b;
    field_.calendar.start(send_at(field_, 1_s, 0, 2.0, a));
    field_.calendar.start(send_at(field_, Seconds(1.25), 1, 1.0, b));
    field_.calendar.run();
    return std::vector<double>{a.time, b.time};
  };
  const auto first = in_child(run);
  EXPECT_EQ(first, in_child(run));
  EXPECT_EQ(first, run());
}

}  // namespace
}  // namespace fieldtwin

#include "network/network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <vector>

#include "sim/random/draws.hpp"
#include "tests/network/field.hpp"
#include "tests/support/fork.hpp"

namespace fieldtwin {
namespace {

class Network_ : public testing::TestWithParam<Fidelity> {
 protected:
  Field field_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Network, Network_, testing::Values(Fidelity::kFlow, Fidelity::kDelay),
                         [](const auto& test) {
                           return test.param == Fidelity::kFlow ? "Flow" : "Delay";
                         });

// The default model of SimGrid, LV08, would multiply bandwidth by 0.97 and latency by 13; latency
// here is none of the network's business.
TEST_P(Network_, TrapOneTransferTakesBytesOverBandwidthExactly) {
  Sent up;
  Sent down;
  field_.calendar.start(send_at(field_, 10_s, 0, 0.2, up, BitsPerSecond(4e6)));
  field_.calendar.start(
      send_at(field_, 20_s, 5, 0.002, down, BitsPerSecond(7e6), Direction::kDown));
  field_.calendar.run();
  EXPECT_EQ(up.delivery, Delivery::kDelivered);
  EXPECT_EQ(up.time, 10.0 + 200e3 * 8 / 4e6);
  EXPECT_EQ(down.delivery, Delivery::kDelivered);
  EXPECT_EQ(down.time, 20.0 + 2000.0 * 8 / 7e6);
  EXPECT_EQ(field_.network.transfers(), 2u);
}

TEST_P(Network_, CellLimitsTheRateOfOneTransfer) {
  Sent sent;
  field_.calendar.start(send_at(field_, 1_s, 0, 2.0, sent, kFast));
  field_.calendar.run();
  EXPECT_EQ(sent.delivery, Delivery::kDelivered);
  EXPECT_NEAR(sent.time, 3.0, kTick);
}

TEST_P(Network_, TransferThatBeginsBeforeTheRun) {
  Sent sent;
  field_.calendar.start(send_at(field_, 0_s, 0, 0.5, sent, BitsPerSecond(4e6)));
  field_.calendar.run();
  EXPECT_EQ(sent.time, 1.0);
}

TEST_P(Network_, EachTransferHasItsOwnRate) {
  Sent slow;
  Sent fast;
  field_.calendar.start([](Field& field, Sent& a, Sent& b) -> Process {
    a.delivery = co_await field.network.send(0, Direction::kUp, Bytes(1e6), BitsPerSecond(2e6));
    a.time = field.calendar.now().value();
    b.delivery = co_await field.network.send(0, Direction::kDown, Bytes(1e6), BitsPerSecond(8e6));
    b.time = field.calendar.now().value();
  }(field_, slow, fast));
  field_.calendar.run();
  EXPECT_EQ(slow.time, 4.0);
  EXPECT_EQ(fast.time, 5.0);
}

// A transfer of zero bytes never starts in SimGrid.
TEST_P(Network_, TrapZeroBytesAreDelivered) {
  Sent sent;
  field_.calendar.start(send_at(field_, 1_s, 0, 0.0, sent, BitsPerSecond(8e6)));
  field_.calendar.run();
  EXPECT_EQ(sent.delivery, Delivery::kDelivered);
  EXPECT_NEAR(sent.time, 1.0, 2e-6);
}

// A transfer started on a link that is down would report STARTED and never end.
TEST_P(Network_, TrapLinkDownAtTheStartLosesAtOnce) {
  Sent sent;
  Sent other;
  Sent after;
  field_.network.set_cell_capacity(0, Probability(0));
  field_.calendar.start(send_at(field_, 1_s, 0, 0.5, sent));
  field_.calendar.start(send_at(field_, 1_s, 4, 0.5, other));
  field_.calendar.start(set_cell_at(field_, 2_s, 0, 1.0));
  field_.calendar.start(send_at(field_, 3_s, 0, 0.5, after));
  field_.calendar.run();
  EXPECT_EQ(sent.delivery, Delivery::kLost);
  EXPECT_EQ(sent.time, 1.0);
  EXPECT_EQ(other.delivery, Delivery::kDelivered);
  EXPECT_EQ(after.delivery, Delivery::kDelivered);
  EXPECT_NEAR(after.time, 3.5, kTick);
}

// A transfer from a host that is off would abort the process.
TEST_P(Network_, TrapDeviceOffLosesAtOnce) {
  Sent sent;
  Sent other;
  Sent after;
  field_.network.set_device(0, Network::Power::kOff);
  field_.calendar.start(send_at(field_, 1_s, 0, 0.5, sent));
  field_.calendar.start(send_at(field_, 1_s, 1, 0.5, other));
  field_.calendar.start(set_device_at(field_, 2_s, 0, Network::Power::kOn));
  field_.calendar.start(send_at(field_, 3_s, 0, 0.5, after));
  field_.calendar.run();
  EXPECT_EQ(sent.delivery, Delivery::kLost);
  EXPECT_EQ(sent.time, 1.0);
  EXPECT_EQ(other.delivery, Delivery::kDelivered);
  EXPECT_NEAR(after.time, 3.5, kTick);
}

TEST_P(Network_, ShortFailureUnderWayLosesTheTransfer) {
  Sent by_cell;
  Sent by_device;
  field_.calendar.start(send_at(field_, 0_s, 0, 1.0, by_cell));
  field_.calendar.start(send_at(field_, 0_s, 4, 1.0, by_device));
  field_.calendar.start(set_cell_at(field_, Seconds(0.5), 0, 0.0));
  field_.calendar.start(set_cell_at(field_, Seconds(0.6), 0, 1.0));
  field_.calendar.start(set_device_at(field_, Seconds(0.5), 4, Network::Power::kOff));
  field_.calendar.start(set_device_at(field_, Seconds(0.6), 4, Network::Power::kOn));
  field_.calendar.run();
  EXPECT_EQ(by_cell.delivery, Delivery::kLost);
  EXPECT_EQ(by_device.delivery, Delivery::kLost);
}

TEST(Network, GoesWithTransfersUnderWay) {
  Sent sent;
  Sent never;
  {
    Field field;
    field.calendar.start(send_at(field, 0_s, 0, 1.0, sent));
    field.calendar.start(send_within(field, 5_s, 1, 1.0, never));
  }
  EXPECT_EQ(sent.delivery, std::nullopt);
  EXPECT_EQ(never.time, -1.0);
}

struct Busy {
  Field field;
  Draws draws{1, 0};
  std::vector<double> trace;
};

Process chat(Busy& busy, std::uint32_t device) {
  for (std::uint16_t i = 0; i < 300; ++i) {
    const auto draw = [&](std::uint16_t what) {
      return busy.draws.uniform(Decision::kTest, device, static_cast<std::uint16_t>(8 * i + what));
    };
    co_await busy.field.calendar.sleep(Seconds(draw(0)));
    const auto delivery =
        co_await with_timeout(busy.field.calendar, Seconds(draw(1)),
                              transfer(busy.field, device, draw(2), BitsPerSecond(8e6 * draw(3))));
    busy.trace.push_back(device);
    busy.trace.push_back(busy.field.calendar.now().value());
    busy.trace.push_back(delivery ? static_cast<double>(*delivery) : -1.0);
  }
}

Process flicker(Busy& busy, std::uint32_t cell) {
  for (std::uint16_t i = 0; i < 300; ++i) {
    const double u = busy.draws.uniform(Decision::kTest, 100 + cell, i);
    co_await busy.field.calendar.sleep(Seconds(u));
    busy.field.network.set_cell_capacity(cell, Probability(u < 0.2 ? 0.0 : u));
  }
}

std::vector<double> run_busy() {
  Busy busy;
  for (std::uint32_t device = 0; device < 6; ++device)
    busy.field.calendar.start(chat(busy, device));
  for (std::uint32_t cell = 0; cell < 2; ++cell) busy.field.calendar.start(flicker(busy, cell));
  busy.field.calendar.run();
  return busy.trace;
}

TEST(Network, RandomTransfersFailuresAndTimeoutsEndAndRepeat) {
  const auto trace = in_child(run_busy);
  EXPECT_EQ(trace.size(), 3u * 6 * 300);  // nobody is lost
  for (const double outcome : {-1.0, 0.0, 1.0}) {
    int count = 0;
    for (std::size_t i = 2; i < trace.size(); i += 3) count += trace[i] == outcome ? 1 : 0;
    EXPECT_GT(count, 50) << outcome;
  }
  EXPECT_EQ(trace, run_busy());
}

/// What a crowd would make of a transfer of device 3, while 0 to 2 are under way.
std::vector<double> crowding_among(const std::vector<double>& rates, double rate) {
  return in_child([&] {
    Field field(Fidelity::kDelay);
    std::vector<Sent> sent(rates.size());
    for (std::uint32_t i = 0; i < rates.size(); ++i) {
      field.calendar.start(send_at(field, Seconds(0.0), i, 1e6, sent[i], BitsPerSecond(rates[i])));
    }
    return std::vector<double>{field.network.crowding(3, BitsPerSecond(rate)),
                               field.network.crowding(4, BitsPerSecond(rate))};
  });
}

TEST(Network, CrowdingIsMaxMinFair) {
  // Alone, and in the other cell: no crowd. A rate beyond the cell's 8 Mbit/s is none.
  EXPECT_EQ(crowding_among({}, 80e6), (std::vector<double>{1.0, 1.0}));
  EXPECT_EQ(crowding_among({80e6}, 80e6), (std::vector<double>{2.0, 1.0}));
  EXPECT_EQ(crowding_among({80e6, 80e6, 80e6}, 8e6), (std::vector<double>{4.0, 1.0}));
  // 1 and 2 Mbit/s are satisfied; the two fast ones share the remaining 5.
  EXPECT_EQ(crowding_among({1e6, 2e6, 80e6}, 8e6), (std::vector<double>{3.2, 1.0}));
  // Who wants less than the share is not slowed.
  EXPECT_EQ(crowding_among({1e6, 2e6, 80e6}, 2.4e6), (std::vector<double>{1.0, 1.0}));
  EXPECT_EQ(crowding_among({80e6, 80e6}, 2e6), (std::vector<double>{1.0, 1.0}));
}

TEST(Network, StretchesDelaysAlone) {
  for (const auto fidelity : {Fidelity::kDelay, Fidelity::kFlow}) {
    const auto time = in_child([&] {
      Field field(fidelity);
      double ended = 0.0;
      field.calendar.start([](Field& f, double& end) -> Process {
        co_await f.network.send(0, Direction::kUp, Bytes(1e6), kFast, 3.0);
        end = f.calendar.now().value();
      }(field, ended));
      field.calendar.run();
      return std::vector<double>{ended};
    });
    EXPECT_NEAR(time[0], fidelity == Fidelity::kDelay ? 3.0 : 1.0, kTick);
  }
}

}  // namespace
}  // namespace fieldtwin

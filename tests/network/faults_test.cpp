#include "network/faults.hpp"

#include <gtest/gtest.h>

#include "tests/network/field.hpp"

namespace fieldtwin {
namespace {

class Faults : public testing::Test {
 protected:
  Field field_;
};

TEST_F(Faults, OverlappingOnesMultiplyAndEverythingIsRestored) {
  schedule_faults(field_.calendar, field_.network,
                  {{0, {{1_s, 3_s}, Probability(0.5)}}, {0, {{2_s, 4_s}, Probability(0.5)}}}, {});
  // 1 MB/s: 1 + 0.5 + 0.25 + 0.5 MB in the first four seconds, and 1 MB in the fifth.
  Sent sent;
  field_.calendar.start(send_at(field_, 0_s, 0, 3.25, sent));
  field_.calendar.run();
  EXPECT_EQ(sent.delivery, Delivery::kDelivered);
  EXPECT_NEAR(sent.time, 5.0, 1.1e-6);
}

TEST_F(Faults, CellOutageHitsItsDevicesAlone) {
  schedule_faults(field_.calendar, field_.network, {{0, {{1_s, 3_s}, Probability(0)}}}, {});
  Sent under_way;
  Sent meanwhile;
  Sent elsewhere;
  Sent after;
  field_.calendar.start(send_at(field_, 0_s, 0, 2.0, under_way));
  field_.calendar.start(send_at(field_, 2_s, 1, 0.1, meanwhile));
  field_.calendar.start(send_at(field_, 2_s, 4, 0.1, elsewhere));
  field_.calendar.start(send_at(field_, Seconds(3.001), 0, 0.1, after));
  field_.calendar.run();
  EXPECT_EQ(under_way.delivery, Delivery::kLost);
  EXPECT_EQ(under_way.time, 1.0);
  EXPECT_EQ(meanwhile.delivery, Delivery::kLost);
  EXPECT_EQ(meanwhile.time, 2.0);
  EXPECT_EQ(elsewhere.delivery, Delivery::kDelivered);
  EXPECT_EQ(after.delivery, Delivery::kDelivered);
}

TEST_F(Faults, DeviceIsOffUntilTheLastOfItsFaultsIsOver) {
  schedule_faults(field_.calendar, field_.network, {}, {{0, {1_s, 3_s}}, {0, {2_s, 4_s}}});
  Sent meanwhile;
  Sent still;
  Sent other;
  Sent after;
  field_.calendar.start(send_at(field_, Seconds(1.001), 0, 0.1, meanwhile));
  field_.calendar.start(send_at(field_, Seconds(3.5), 0, 0.1, still));
  field_.calendar.start(send_at(field_, 1_s, 1, 0.1, other));
  field_.calendar.start(send_at(field_, Seconds(4.001), 0, 0.1, after));
  field_.calendar.run();
  EXPECT_EQ(meanwhile.delivery, Delivery::kLost);
  EXPECT_EQ(still.delivery, Delivery::kLost);
  EXPECT_EQ(other.delivery, Delivery::kDelivered);
  EXPECT_EQ(after.delivery, Delivery::kDelivered);
}

TEST_F(Faults, WhatIsDueAtTheStartHoldsAtOnce) {
  schedule_faults(field_.calendar, field_.network, {{0, {{0_s, 3_s}, Probability(0)}}},
                  {{4, {0_s, 3_s}}});
  Sent cell;
  Sent device;
  field_.calendar.start(send_at(field_, 0_s, 0, 0.1, cell));
  field_.calendar.start(send_at(field_, 0_s, 4, 0.1, device));
  field_.calendar.run();
  EXPECT_EQ(cell.delivery, Delivery::kLost);
  EXPECT_EQ(device.delivery, Delivery::kLost);
}

}  // namespace
}  // namespace fieldtwin

#include "sim/cli/moment.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(Moment, IsTimeSinceThePeriodBegan) {
  EXPECT_EQ(parse_moment("00:00"), Seconds(0.0));
  EXPECT_EQ(parse_moment("10:00"), 10_h);
  EXPECT_EQ(parse_moment("9:05:30"), Seconds(9 * 3600.0 + 330.0));
  EXPECT_EQ(parse_moment("day 1 10:00"), 10_h);
  EXPECT_EQ(parse_moment("day 30 23:59:59"), kDay * 30.0 - Seconds(1.0));
}

TEST(Moment, IsNothingElse) {
  for (const auto* text : {"", "10", "10:", "24:00", "10:60", "10:00:60", "-1:00", "1:-5", "10:00 ",
                           "day 0 10:00", "day 10:00", "day  10:00", "noon", "10:00:0x", "day 2"}) {
    EXPECT_FALSE(parse_moment(text)) << text;
  }
}

TEST(Moment, IsWrittenToTheSecond) {
  EXPECT_EQ(moment_text(Seconds(36'000.9)), "10:00:00");
  EXPECT_EQ(moment_text(kDay * 2.0 + Seconds(61.0)), "day 3 00:01:01");
}

}  // namespace
}  // namespace fieldtwin

#include "sim/shifts.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <utility>
#include <vector>

namespace fieldtwin {
namespace {

using Steps = std::vector<std::pair<double, std::size_t>>;

Steps steps(const std::vector<Staffing>& shifts) {
  Steps result;
  for (const auto& shift : shifts) result.emplace_back(shift.from.value() / 3600, shift.servers);
  return result;
}

const std::vector<Staffing> kOffice{{8_h, 10}, {16_h, 4}, {20_h, 1}};

TEST(Shifts, DayRepeatsFromMidnight) {
  EXPECT_EQ(steps(repeat_daily(kOffice, 0_h, 48_h)),
            (Steps{{0, 1}, {8, 10}, {16, 4}, {20, 1}, {32, 10}, {40, 4}, {44, 1}}));
}

TEST(Shifts, DayMayBeginBeforeOrAfterTheRun) {
  const Steps at_17_o_clock{{0, 4}, {3, 1}, {15, 10}, {23, 4}};
  EXPECT_EQ(steps(repeat_daily(kOffice, -(17_h), 24_h)), at_17_o_clock);
  EXPECT_EQ(steps(repeat_daily(kOffice, 7_h, 24_h)), at_17_o_clock);
  EXPECT_EQ(steps(repeat_daily(kOffice, -(41_h), 24_h)), at_17_o_clock);
  EXPECT_EQ(steps(repeat_daily(kOffice, 55_h, 24_h)), at_17_o_clock);
}

TEST(Shifts, ChangeAtTimeZeroCountsAndAtTheHorizonDoesNot) {
  EXPECT_EQ(steps(repeat_daily(kOffice, -(8_h), 24_h)), (Steps{{0, 10}, {8, 4}, {12, 1}}));
}

TEST(Shifts, SameNumberAroundTheClock) {
  EXPECT_EQ(steps(repeat_daily({{0_h, 3}}, 0_h, 48_h)), (Steps{{0, 3}, {24, 3}}));
}

TEST(Shifts, RejectsWhatIsNoDay) {
  EXPECT_THROW(repeat_daily({}, 0_h, 24_h), std::invalid_argument);
  EXPECT_THROW(repeat_daily({{24_h, 1}}, 0_h, 24_h), std::invalid_argument);
  EXPECT_THROW(repeat_daily({{Seconds(-1.0), 1}}, 0_h, 24_h), std::invalid_argument);
  EXPECT_THROW(repeat_daily({{5_h, 1}, {5_h, 2}}, 0_h, 24_h), std::invalid_argument);
}

TEST(Shifts, PoolFollows) {
  Calendar calendar(Clockwork::kAlone);
  Servers pool(calendar, 7);
  Steps seen;
  pool.on_change(
      [&](const Servers& p) { seen.emplace_back(calendar.now().value() / 3600, p.servers()); });
  calendar.start(follow_shifts(calendar, pool, repeat_daily(kOffice, 0_h, 24_h)));
  EXPECT_EQ(pool.servers(), 1u);  // what is due is set at once
  calendar.run();
  EXPECT_EQ(seen, (Steps{{0, 1}, {8, 10}, {16, 4}, {20, 1}}));
  EXPECT_DOUBLE_EQ(pool.duty_time().value() / 3600, 8 * 1 + 8 * 10 + 4 * 4);
}

TEST(Shifts, TimesMustAscend) {
  Calendar calendar(Clockwork::kAlone);
  Servers pool(calendar, 1);
  EXPECT_THROW((void)follow_shifts(calendar, pool, {{2_h, 1}, {1_h, 2}}), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin

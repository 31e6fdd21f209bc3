#include "agents/civil_time.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

using namespace std::chrono;

StateRow state(double utc_offset_hours, StateRow::Dst dst) {
  StateRow row{};
  row.utc_offset = Seconds(3600.0 * utc_offset_hours);
  row.dst = dst;
  return row;
}

const StateRow kEastern = state(-5, StateRow::Dst::kUnitedStates);
const StateRow kCentral = state(-6, StateRow::Dst::kUnitedStates);
const StateRow kArizona = state(-7, StateRow::Dst::kNone);
const StateRow kPacific = state(-8, StateRow::Dst::kUnitedStates);
const StateRow kGuam = state(10, StateRow::Dst::kNone);

double hour(const CivilClock& clock, Seconds t, const StateRow& where) {
  return clock.local_time_of_day(t, where).value() / 3600.0;
}

double unix_time(Date date, double utc_hour) {
  return static_cast<double>(sys_days(date).time_since_epoch().count()) * 86400.0 +
         3600.0 * utc_hour;
}

TEST(CivilClock, StartsAtMidnightEastern) {
  EXPECT_EQ(CivilClock(November / 3 / 2025).utc_start().value(), unix_time(November / 3 / 2025, 5));
  EXPECT_EQ(CivilClock(July / 1 / 2025).utc_start().value(), unix_time(July / 1 / 2025, 4));
  // On the days of the change, midnight still has the old time.
  EXPECT_EQ(CivilClock(March / 8 / 2026).utc_start().value(), unix_time(March / 8 / 2026, 5));
  EXPECT_EQ(CivilClock(March / 9 / 2026).utc_start().value(), unix_time(March / 9 / 2026, 4));
  EXPECT_EQ(CivilClock(November / 2 / 2025).utc_start().value(), unix_time(November / 2 / 2025, 4));
}

TEST(CivilClock, StandardTime) {
  const CivilClock clock(November / 3 / 2025);
  EXPECT_EQ(hour(clock, 0_s, kEastern), 0.0);
  EXPECT_EQ(hour(clock, 9_h, kCentral), 8.0);
  EXPECT_EQ(hour(clock, 0_s, kArizona), 22.0);
  EXPECT_EQ(hour(clock, 0_s, kGuam), 15.0);
  EXPECT_EQ(clock.local_date(0_s, kArizona), Date(November / 2 / 2025));
  EXPECT_EQ(clock.local_date(0_s, kGuam), Date(November / 3 / 2025));
  EXPECT_EQ(clock.local_date(9_h, kGuam), Date(November / 4 / 2025));
  EXPECT_EQ(hour(clock, 25_h, kEastern), 1.0);
}

TEST(CivilClock, DaylightSavingTime) {
  const CivilClock clock(July / 1 / 2025);
  EXPECT_EQ(hour(clock, 0_s, kEastern), 0.0);
  EXPECT_EQ(hour(clock, 12_h, kPacific), 9.0);
  EXPECT_EQ(hour(clock, 12_h, kArizona), 9.0);
  EXPECT_EQ(hour(clock, 12_h, kGuam), 2.0);
}

TEST(CivilClock, SpringForward) {
  const CivilClock clock(March / 8 / 2026);
  EXPECT_EQ(hour(clock, Seconds(7199.0), kEastern), 7199.0 / 3600.0);
  EXPECT_EQ(hour(clock, 2_h, kEastern), 3.0);
  EXPECT_EQ(hour(clock, 2_h, kCentral), 1.0);
  EXPECT_EQ(hour(clock, 3_h, kCentral), 3.0);
  EXPECT_EQ(hour(clock, 12_h, kArizona), 10.0);
  EXPECT_EQ(clock.local_date(23_h, kEastern), Date(March / 9 / 2026));
}

TEST(CivilClock, FallBack) {
  const CivilClock clock(November / 2 / 2025);
  EXPECT_EQ(hour(clock, 1_h, kEastern), 1.0);
  EXPECT_EQ(hour(clock, 2_h, kEastern), 1.0);
  EXPECT_EQ(hour(clock, 3_h, kEastern), 2.0);
  EXPECT_EQ(hour(clock, 3_h, kCentral), 1.0);
  EXPECT_EQ(hour(clock, 24_h, kEastern), 23.0);
}

TEST(CivilClock, TimeAtInvertsTheClock) {
  for (const Date start : {Date(November / 2 / 2025), Date(March / 8 / 2026), Date(July / 1 / 2025),
                           Date(December / 31 / 2025)}) {
    const CivilClock clock(start);
    for (const StateRow& where : {kEastern, kCentral, kArizona, kPacific, kGuam}) {
      for (int half_hour = 0; half_hour < 96; ++half_hour) {
        const Seconds t(1800.0 * half_hour);
        const Seconds back =
            clock.time_at(clock.local_date(t, where), clock.local_time_of_day(t, where), where);
        // The hour that occurs twice maps to its first occurrence.
        const double lost = (t - back).value();
        EXPECT_TRUE(lost == 0.0 || lost == 3600.0) << half_hour;
        EXPECT_EQ(clock.local_time_of_day(back, where), clock.local_time_of_day(t, where));
      }
    }
  }
  const CivilClock spring(March / 8 / 2026);
  EXPECT_EQ(spring.time_at(March / 8 / 2026, Seconds(2.5 * 3600), kEastern), Seconds(2.5 * 3600));
  EXPECT_EQ(hour(spring, Seconds(2.5 * 3600), kEastern), 3.5);
  EXPECT_LT(spring.time_at(March / 7 / 2026, 12_h, kEastern), 0_s);
}

}  // namespace
}  // namespace fieldtwin

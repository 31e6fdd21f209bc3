#include "agents/civil_time.hpp"

#include <array>
#include <chrono>
#include <cmath>

namespace fieldtwin {
namespace {

constexpr Seconds kHour{3600.0};

/// Midnight that begins a date, in seconds since 1970 on the same clock.
constexpr Seconds midnight(std::chrono::sys_days day) {
  return static_cast<double>(day.time_since_epoch().count()) * kDay;
}

std::chrono::sys_days day_of(Seconds since_1970) {
  return std::chrono::sys_days(std::chrono::days(static_cast<int>(std::floor(since_1970 / kDay))));
}

/// When daylight saving is on in a year, by a clock that keeps standard time.
struct DaylightTime {
  Seconds begins{0.0};
  Seconds ends{0.0};
};

/// A clock of standard time shows 02:00 when it begins and 01:00 when it ends.
constexpr DaylightTime daylight_time(int year) {
  using namespace std::chrono;
  const std::chrono::year in(year);
  return {midnight(in / March / Sunday[2]) + 2.0 * kHour,
          midnight(in / November / Sunday[1]) + kHour};
}

constexpr int kFirstYear = 2000, kYears = 100;
/// Every officer's next stop asks: worked out once.
constexpr auto kDaylightTimes = [] {
  std::array<DaylightTime, kYears> times{};
  for (int i = 0; i < kYears; ++i) times[static_cast<std::size_t>(i)] = daylight_time(kFirstYear + i);
  return times;
}();

/// Whether daylight saving is on, by a clock that keeps standard time.
bool daylight_saving(Seconds standard) {
  const int year = static_cast<int>(std::chrono::year_month_day(day_of(standard)).year());
  const auto i = static_cast<std::size_t>(year - kFirstYear);
  const auto [begins, ends] = i < kDaylightTimes.size() ? kDaylightTimes[i] : daylight_time(year);
  return begins <= standard && standard < ends;
}

/// The difference between a state's clocks and UTC at a moment in UTC.
Seconds offset_at(Seconds utc, Seconds standard_offset, StateRow::Dst dst) {
  const bool saves = dst == StateRow::Dst::kUnitedStates && daylight_saving(utc + standard_offset);
  return saves ? standard_offset + kHour : standard_offset;
}

/// The moment in UTC at which clocks show `local`.
Seconds utc_of(Seconds local, Seconds standard_offset, StateRow::Dst dst) {
  const Seconds if_daylight = local - standard_offset - kHour;
  const Seconds if_standard = local - standard_offset;
  const bool saves = offset_at(if_daylight, standard_offset, dst) > standard_offset;
  return saves ? if_daylight : if_standard;
}

}  // namespace

CivilClock::CivilClock(Date start)
    : utc_start_(utc_of(midnight(start), -5.0 * kHour, StateRow::Dst::kUnitedStates)) {}

Seconds CivilClock::local_time(Seconds t, const StateRow& state) const {
  const Seconds utc = utc_start_ + t;
  return utc + offset_at(utc, state.utc_offset, state.dst);
}

Seconds CivilClock::local_time_of_day(Seconds t, const StateRow& state) const {
  const Seconds local = local_time(t, state);
  return local - midnight(day_of(local));
}

Date CivilClock::local_date(Seconds t, const StateRow& state) const {
  return Date(day_of(local_time(t, state)));
}

Seconds CivilClock::time_at(Date date, Seconds time_of_day, const StateRow& state) const {
  return utc_of(midnight(date) + time_of_day, state.utc_offset, state.dst) - utc_start_;
}

}  // namespace fieldtwin

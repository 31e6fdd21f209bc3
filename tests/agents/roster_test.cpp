#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "agents/civil_time.hpp"
#include "agents/officer.hpp"
#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

/// Officers who stop people at the times that chance gives, and are done with each at once.
std::vector<std::string> instant_stops(std::vector<std::string> more = {}) {
  more.insert(more.end(), {"devices.fault=100 %", "encounters.stop_length=0 s",
                           "encounters.scan_with_id=100 %", "encounters.scan_without_id=100 %"});
  return more;
}

TEST(Roster, StopsOfAShiftHaveTheMeanOfTheScenario) {
  const Scenario scenario = precinct(instant_stops());
  constexpr int kRuns = 100;
  double sum = 0.0;
  double squares = 0.0;
  double expected = 0.0;
  for (std::uint32_t run = 0; run < kRuns; ++run) {
    const Draws draws(5, run);
    expected = static_cast<double>(Roster(scenario, draws).equipped().size()) *
               scenario.officers.on_duty.mean().value() *
               scenario.encounters.stops_per_shift.mean().value();
    const auto stops = static_cast<double>(record_run(scenario, 5, run).encounters.size());
    sum += stops;
    squares += stops * stops;
  }
  const double mean = sum / kRuns;
  const double sd = std::sqrt((squares / kRuns - mean * mean) / kRuns);
  EXPECT_NEAR(mean, expected, 4.0 * sd);
  EXPECT_LT(sd, 0.01 * expected);
}

TEST(Roster, MeanIsKeptWhenLongShiftsFallIntoBusyHours) {
  // A shift of 2 h sees the quiet hours alone, one of 20 h the busy ones too.
  const Scenario scenario = precinct(instant_stops(
      {"officers.on_duty=100 %", "officers.shift_start=2 h",
       "officers.shift_length={discrete: [[2 h, 50], [20 h, 50]]}",
       "encounters.daily_curve=[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, "
       "9, 9]"}));
  constexpr int kRuns = 20;
  double stops = 0.0;
  for (std::uint32_t run = 0; run < kRuns; ++run) {
    stops += static_cast<double>(record_run(scenario, 6, run).encounters.size());
  }
  const auto officers = static_cast<double>(Roster(scenario, Draws(6, 0)).equipped().size());
  const double expected = kRuns * officers * scenario.encounters.stops_per_shift.mean().value();
  // The long shifts have nearly all the stops, about 24 each, and half of the shifts are long.
  const double sd = std::sqrt(kRuns * officers * 0.25) * 24.0 + std::sqrt(expected);
  EXPECT_NEAR(stops, expected, 4.0 * sd);
}

TEST(Roster, StopsFollowTheDailyCurveWithinAShift) {
  const Scenario scenario = precinct(instant_stops(
      {"officers.on_duty=100 %", "officers.shift_start=6 h", "officers.shift_length=12 h",
       "encounters.daily_curve=[9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 9, 9, 9, 9, "
       "9, 9]"}));
  double morning = 0.0;
  double all = 0.0;
  for (std::uint32_t run = 0; run < 20; ++run) {
    for (const auto& record : record_run(scenario, 7, run).encounters) {
      ASSERT_GE(record.stopped, 6_h);
      ASSERT_LT(record.stopped, 18_h);
      if (record.stopped < 12_h) ++morning;
      ++all;
    }
  }
  EXPECT_GT(all, 5000.0);
  EXPECT_NEAR(morning / all, 0.25, 4.0 * std::sqrt(0.25 * 0.75 / all));
}

TEST(Roster, TimesBetweenStopsAreExponential) {
  // With a flat curve the process is homogeneous: gaps between stops of one shift, measured in
  // their mean, have mean 1 and variance 1, and the times lie uniformly in the shift.
  const Scenario scenario = precinct(instant_stops(
      {"officers.on_duty=100 %", "officers.shift_start=6 h", "officers.shift_length=12 h",
       "encounters.stops_per_shift=60",
       "encounters.daily_curve=[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, "
       "1, 1]"}));
  const double mean_gap = (12_h / 60.0).value();
  double gaps = 0.0;
  double short_gaps = 0.0;
  std::map<std::uint32_t, std::vector<Seconds>> by_officer;
  for (const auto& record : record_run(scenario).encounters) {
    by_officer[record.officer].push_back(record.stopped);
  }
  for (const auto& [officer, times] : by_officer) {
    for (std::size_t i = 1; i < times.size(); ++i) {
      if ((times[i] - times[i - 1]).value() < std::log(2.0) * mean_gap) ++short_gaps;
      ++gaps;
    }
  }
  EXPECT_GT(gaps, 3000.0);
  EXPECT_NEAR(short_gaps / gaps, 0.5, 0.01 + 4.0 * std::sqrt(0.25 / gaps));
}

TEST(Roster, ShareOnDutyIsThatOfTheScenario) {
  const Scenario scenario = precinct();
  const Draws draws(3, 0);
  const Roster roster(scenario, draws);
  double on_duty = 0.0;
  double all = 0.0;
  for (const auto& officer : roster.equipped()) {
    for (int day = 0; day < 200; ++day, ++all) on_duty += roster.shift(officer, day) ? 1.0 : 0.0;
  }
  EXPECT_NEAR(on_duty / all, 0.6, 4.0 * std::sqrt(0.24 / all));
}

TEST(Roster, ShiftsStartByTheStatesOwnClock) {
  const Scenario scenario =
      precinct({"programme.states=[GU, TX, FL]", "officers.on_duty=100 %",
                "programme.officers_trained=300", "programme.sworn_weight=0 %"});
  const Draws draws(3, 0);
  const Roster roster(scenario, draws);
  const CivilClock clock(scenario.period.start);
  std::map<std::string, int> seen;
  for (const auto& officer : roster.equipped()) {
    const StateRow& state = scenario.tables.states[officer.state];
    const auto shift = roster.shift(officer, 1);
    ASSERT_TRUE(shift);
    const double hour = clock.local_time_of_day(shift->from, state) / 1_h;
    EXPECT_TRUE(hour == 6.0 || hour == 14.0 || hour == 22.0) << hour;
    ++seen[state.postal];
  }
  EXPECT_GT(seen["GU"], 0);
  EXPECT_GT(seen["TX"], 0);
  EXPECT_GT(seen["FL"], 0);
}

TEST(Roster, ThePeriodBeginsInTheMiddleOfTheNightShift) {
  const Scenario scenario = precinct(instant_stops(
      {"officers.on_duty=100 %", "officers.shift_start=22 h", "officers.shift_length=8 h"}));
  std::size_t before_dawn = 0;
  for (const auto& record : record_run(scenario).encounters) {
    if (record.stopped < 6_h) ++before_dawn;
    EXPECT_TRUE(record.stopped < 6_h || record.stopped >= 22_h) << record.stopped.value();
  }
  EXPECT_GT(before_dawn, 100u);
}

std::size_t equipped(const std::vector<std::string>& overrides) {
  const Scenario scenario = precinct(overrides);
  return Roster(scenario, Draws(1, 0)).equipped().size();
}

TEST(Roster, AppIsThereFromItsReleaseAndTheOfficersDelay) {
  // Released on 30 October, four days before the period's start.
  const std::size_t all = equipped({});
  EXPECT_GT(all, 50u);
  EXPECT_EQ(equipped({"devices.install_delay=4 d"}), all);
  const Scenario later = precinct({"devices.install_delay=4.5 d"});
  const Roster roster(later, Draws(1, 0));
  ASSERT_EQ(roster.equipped().size(), all);
  for (const auto& officer : roster.equipped()) EXPECT_EQ(officer.app_from, 12_h);
  EXPECT_EQ(equipped({"devices.install_delay=5 d"}), 0u) << "on the day after the period";
  for (const auto& record : record_run(later).encounters) EXPECT_GE(record.stopped, 12_h);
}

TEST(Roster, WithdrawalFromTheStoreStopsInstallationOnly) {
  const std::size_t all = equipped({});
  EXPECT_EQ(equipped({"devices.android_until=2025-10-31"}), all);
  EXPECT_EQ(equipped({"devices.android_until=2025-10-31", "devices.install_delay=1 d"}), 0u);
  EXPECT_EQ(equipped({"devices.android_until=2025-11-01", "devices.install_delay=1 d"}), all);
  EXPECT_EQ(equipped({"devices.android_until=never", "devices.install_delay=4 d"}), all);
}

TEST(Roster, IphonesHaveTheAppWhenItAppearsForThem) {
  const std::size_t all = equipped({});
  EXPECT_EQ(equipped({"devices.android=0 %"}), 0u);
  EXPECT_EQ(equipped({"devices.android=0 %", "devices.ios_from=2025-11-03"}), all);
  EXPECT_EQ(equipped({"devices.android=0 %", "devices.ios_from=2025-11-04"}), 0u);
  const std::size_t some = equipped({"devices.android=50 %"});
  EXPECT_GT(some, all / 4);
  EXPECT_LT(some, all);
  EXPECT_EQ(equipped({"devices.android=50 %", "devices.ios_from=2025-11-03"}), all);
}

TEST(Roster, RuralShareIsThatOfTheState) {
  const Scenario scenario = precinct({"programme.states=[AR]", "programme.officers_trained=4000"});
  const Roster roster(scenario, Draws(1, 0));
  double rural = 0.0;
  for (const auto& officer : roster.equipped()) rural += officer.area == Area::kRural ? 1.0 : 0.0;
  EXPECT_NEAR(rural / 4000.0, 0.4768, 4.0 * std::sqrt(0.25 / 4000.0));
}

TEST(Officer, WhoIsBusyBeyondTheShiftStopsNobodyElse) {
  const Scenario scenario = precinct(
      {"devices.fault=100 %", "encounters.stop_length=30 h", "encounters.scan_with_id=100 %",
       "encounters.scan_without_id=100 %", "encounters.stops_per_shift=20", "period.days=3"});
  std::map<std::uint32_t, Seconds> last;
  std::size_t second_stops = 0;
  for (const auto& record : record_run(scenario).encounters) {
    if (last.contains(record.officer)) {
      ++second_stops;
      EXPECT_GE(record.stopped, last[record.officer] + 30_h);
    }
    last[record.officer] = record.stopped;
  }
  EXPECT_GT(second_stops, 10u);
}

}  // namespace
}  // namespace fieldtwin

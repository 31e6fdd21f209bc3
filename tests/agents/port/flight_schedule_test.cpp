#include "agents/port/flight_schedule.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "recorded_port.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

Scenario fixed(const std::vector<std::string>& overrides, const Draws& draws) {
  return fix_for_replication(airport(overrides), draws);
}

TEST(HourAt, InvertsTheCurve) {
  std::array<double, 24> curve{};
  curve[6] = 1.0;
  curve[18] = 3.0;
  EXPECT_DOUBLE_EQ(hour_at(curve, 0.125), 6.5);
  EXPECT_DOUBLE_EQ(hour_at(curve, 0.5), 18.0 + 1.0 / 3.0);
  EXPECT_NEAR(hour_at(curve, 1.0 - 1e-12), 19.0, 1e-6);
}

TEST(FlightSchedule, HasTheFlightsOfEachDaySpreadOverThePorts) {
  const Draws draws(3, 0);
  const auto flights = flights_of(
      fixed({"port.flights=30", "port.states=[FL, TX, GA]", "period.days=2"}, draws), draws);
  ASSERT_EQ(flights.size(), 60u);
  std::array<int, 3> by_port{};
  for (std::size_t i = 0; i < flights.size(); ++i) {
    EXPECT_EQ(flights[i].number, i);
    EXPECT_EQ(flights[i].travellers, 420u);
    EXPECT_LT(flights[i].begins, flights[i].doors);
    ++by_port[flights[i].port];
  }
  EXPECT_EQ(by_port, (std::array<int, 3>{20, 20, 20}));
}

TEST(FlightSchedule, FollowsTheCurveWithoutBunches) {
  const Draws draws(3, 0);
  // A tenth of the departures in each hour from 8 to 18 h.
  const auto flights = flights_of(
      fixed({"port.flights=100", "port.curve=[0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,0,0,0,0,0,0]"},
            draws),
      draws);
  std::array<int, 24> by_hour{};
  for (const Flight& flight : flights) ++by_hour[static_cast<std::size_t>(flight.doors / 1_h)];
  for (std::size_t hour = 0; hour < 24; ++hour) {
    EXPECT_EQ(by_hour[hour], hour >= 8 && hour < 18 ? 10 : 0) << hour;
  }
}

TEST(FlightSchedule, GivesHurriedFlightsTheirShorterWindow) {
  const Draws draws(3, 0);
  const auto flights =
      flights_of(fixed({"port.flights=2000", "port.boarding.window=50 min",
                        "port.boarding.delayed=20 %", "port.boarding.delayed_window=20 min"},
                       draws),
                 draws);
  const auto hurried = std::ranges::count_if(
      flights, [](const Flight& flight) { return flight.doors - flight.begins < 30_min; });
  EXPECT_NEAR(static_cast<double>(hurried) / 2000.0, 0.2, 4.0 * 0.009);
}

TEST(FlightSchedule, MovesNoFlightWhenOthersAreHurried) {
  const Draws draws(3, 0);
  const auto one = flights_of(fixed({"port.boarding.delayed=0 %"}, draws), draws);
  const auto other = flights_of(fixed({"port.boarding.delayed=50 %"}, draws), draws);
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i].doors > 2_h) {  // earlier ones wait for the period's start
      EXPECT_EQ(one[i].doors, other[i].doors);
    }
  }
}

TEST(Arrivals, AreAsManyAsAskedForAndRise) {
  const Draws draws(3, 0);
  const Scenario scenario = fixed({"port.checkpoint.travellers=5000"}, draws);
  const auto arrivals = arrivals_of(scenario, draws, 0, port_states(scenario).front(), 0);
  ASSERT_EQ(arrivals.size(), 5000u);
  EXPECT_TRUE(std::ranges::is_sorted(arrivals));
  EXPECT_LT(arrivals.back(), kDay);
}

TEST(PortStates, AreThoseNamedOrAll) {
  const Draws draws(3, 0);
  const Scenario named = fixed({"port.states=[TX, FL]"}, draws);
  std::set<std::string> postal;
  for (const auto state : port_states(named)) postal.insert(named.tables.states[state].postal);
  EXPECT_EQ(postal, (std::set<std::string>{"FL", "TX"}));
  const Scenario all = fixed({"port.states=[]"}, draws);
  EXPECT_EQ(port_states(all).size(), all.tables.states.size());
}

}  // namespace
}  // namespace fieldtwin

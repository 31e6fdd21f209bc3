#include "agents/port/flight_schedule.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

#include "agents/chance.hpp"
#include "agents/civil_time.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

std::size_t number_of(const Varying<Count>& parameter) {
  return static_cast<std::size_t>(std::llround(resolved(parameter).value()));
}

Seconds time_on(const Scenario& scenario, const CivilClock& clock, std::uint16_t state, int day,
                double hour) {
  const Date date(std::chrono::sys_days(scenario.period.start) + std::chrono::days(day));
  return std::max(Seconds(0.0), clock.time_at(date, hour * 1_h, scenario.tables.states[state]));
}

}  // namespace

std::vector<std::uint16_t> port_states(const Scenario& scenario) {
  const auto& wanted = scenario.port.states;
  std::vector<std::uint16_t> out;
  for (std::size_t i = 0; i < scenario.tables.states.size(); ++i) {
    const std::string& postal = scenario.tables.states[i].postal;
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), postal) != wanted.end()) {
      out.push_back(static_cast<std::uint16_t>(i));
    }
  }
  return out;
}

double hour_at(const std::array<double, 24>& curve, double u) {
  double left = u * std::accumulate(curve.begin(), curve.end(), 0.0);
  for (std::size_t hour = 0; hour < curve.size(); ++hour) {
    if (left < curve[hour]) return static_cast<double>(hour) + left / curve[hour];
    left -= curve[hour];
  }
  return 24.0;
}

std::vector<Flight> flights_of(const Scenario& scenario, const Draws& draws) {
  const PortParameters& port = scenario.port;
  const CivilClock clock(scenario.period.start);
  const std::vector<std::uint16_t> states = port_states(scenario);
  const std::size_t a_day = number_of(port.flights);
  const int days = static_cast<int>(number_of(scenario.period.days));
  std::vector<Flight> flights;
  for (int day = 0; day < days; ++day) {
    for (std::size_t k = 0; k < a_day; ++k) {
      const auto number = static_cast<std::uint32_t>(flights.size());
      const auto place = static_cast<std::uint16_t>(k % states.size());
      const double share = (static_cast<double>(k) + draws.uniform(Decision::kFlightTime, number)) /
                           static_cast<double>(a_day);
      const Seconds planned =
          time_on(scenario, clock, states[place], day, hour_at(port.curve, share));
      const bool hurried = chance(draws, port.boarding.delayed, Decision::kFlightDelayed, number);
      const Seconds window =
          value_of(draws, hurried ? port.boarding.delayed_window : port.boarding.window,
                   Decision::kBoardingWindow, number);
      const Seconds doors = std::max(planned, window);  // boarding is in the period
      const Count aboard = value_of(draws, port.travellers, Decision::kFlightTravellers, number);
      flights.push_back({number, states[place], place,
                         static_cast<std::uint32_t>(std::llround(aboard.value())),
                         doors - window, doors});
    }
  }
  return flights;
}

std::vector<Seconds> arrivals_of(const Scenario& scenario, const Draws& draws, std::uint16_t port,
                                 std::uint16_t state, int day) {
  const CivilClock clock(scenario.period.start);
  const std::size_t travellers = number_of(scenario.port.checkpoint.travellers);
  const std::uint64_t entity = std::uint64_t{port} << 32 | static_cast<std::uint32_t>(day);
  std::vector<Seconds> times;
  times.reserve(travellers);
  for (std::size_t i = 0; i < travellers; ++i) {
    const double u = draws.uniform(Decision::kCheckpointArrival, entity << 24 | i);
    times.push_back(time_on(scenario, clock, state, day, hour_at(scenario.port.curve, u)));
  }
  std::sort(times.begin(), times.end());
  return times;
}

}  // namespace fieldtwin

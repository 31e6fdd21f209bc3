#include <algorithm>
#include <chrono>
#include <cmath>

#include "agents/officer.hpp"

namespace fieldtwin {
namespace {

Seconds days_between(Date from, Date to) {
  return kDay *
         static_cast<double>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

/// When the app is on the officer's phone, relative to the start of the period; never: infinity.
Seconds app_installed(const Scenario& scenario, const Draws& draws, std::uint32_t officer) {
  const Seconds never(std::numeric_limits<double>::infinity());
  const Devices& devices = scenario.devices;
  const bool android =
      draws.uniform(Decision::kOfficerPlatform, officer) < devices.android.mean().value();
  const std::optional<Date> released = android ? devices.android_from : devices.ios_from;
  if (!released) return never;
  const Seconds installed =
      days_between(scenario.period.start, *released) +
      devices.install_delay.at(draws.uniform(Decision::kOfficerInstallDelay, officer));
  const std::optional<Date> withdrawn = android ? devices.android_until : std::nullopt;
  if (withdrawn && installed >= days_between(scenario.period.start, *withdrawn)) return never;
  return installed;
}

/// Mean of a curve of 24 hourly weights between two times of day, the second of which may lie past
/// midnight.
double mean_of_curve(const std::array<double, 24>& curve, Seconds from, Seconds length) {
  constexpr int kSteps = 96;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double hour = (from + length * ((i + 0.5) / kSteps)).value() / 3600.0;
    sum += curve[static_cast<std::size_t>(std::fmod(hour, 24.0))];
  }
  return sum / kSteps;
}

/// Mean of the curve over the working hours of the force, by the quantiles of shift starts.
double mean_on_duty(const Scenario& scenario) {
  constexpr int kQuantiles = 200;
  double sum = 0.0;
  for (int i = 0; i < kQuantiles; ++i) {
    const double u = (i + 0.5) / kQuantiles;
    sum += mean_of_curve(scenario.encounters.daily_curve, scenario.officers.shift_start.at(u),
                         scenario.officers.shift_length.mean());
  }
  return sum / kQuantiles;
}

}  // namespace

Roster::Roster(const Scenario& scenario, const Draws& draws)
    : scenario_(scenario),
      draws_(draws),
      clock_(scenario.period.start),
      presence_(officers_by_state(scenario)) {
  const auto& curve = scenario.encounters.daily_curve;
  mean_on_duty_ = mean_on_duty(scenario);
  // Where the curve is zero in all working hours there are no stops at all.
  if (mean_on_duty_ <= 0.0) mean_on_duty_ = std::numeric_limits<double>::infinity();
  peak_ = *std::max_element(curve.begin(), curve.end()) / mean_on_duty_;

  const Seconds period = kDay * scenario.period.days.mean().value();
  std::uint32_t id = 0;
  for (const auto& state : presence_) {
    const double rural = scenario.tables.states[state.state].rural;
    for (std::uint32_t i = 0; i < state.officers; ++i, ++id) {
      const Seconds installed = app_installed(scenario, draws, id);
      if (installed >= period) continue;
      const Area area =
          draws.uniform(Decision::kOfficerArea, id) < rural ? Area::kRural : Area::kUrban;
      equipped_.push_back({id, static_cast<std::uint16_t>(state.state), area,
                           static_cast<std::uint32_t>(equipped_.size()), installed});
    }
  }
  trained_ = id;
}

std::optional<Shift> Roster::shift(const Officer& officer, int day) const {
  // Days are counted from the one before the period: night shifts reach into its first morning.
  const auto index = static_cast<std::uint16_t>(day + 1);
  if (draws_.uniform(Decision::kOfficerOnDuty, officer.id, index) >=
      scenario_.officers.on_duty.mean().value()) {
    return std::nullopt;
  }
  const Seconds time_of_day = scenario_.officers.shift_start.at(
      draws_.uniform(Decision::kOfficerShiftStart, officer.id, index));
  const Date date = std::chrono::sys_days(scenario_.period.start) + std::chrono::days(day);
  const Seconds from = clock_.time_at(date, time_of_day, scenario_.tables.states[officer.state]);
  return Shift{from, from + scenario_.officers.shift_length.at(
                                draws_.uniform(Decision::kOfficerShiftLength, officer.id, index))};
}

double Roster::stop_intensity(const Officer& officer, Seconds t) const {
  const Seconds local = clock_.local_time_of_day(t, scenario_.tables.states[officer.state]);
  const auto hour = std::min<std::size_t>(23, static_cast<std::size_t>(local.value() / 3600.0));
  return scenario_.encounters.daily_curve[hour] / mean_on_duty_;
}

}  // namespace fieldtwin

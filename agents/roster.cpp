#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

#include "agents/officer.hpp"
#include "scenarios/recorded/recording.hpp"

namespace fieldtwin {
namespace {

Seconds days_between(Date from, Date to) {
  return kDay *
         static_cast<double>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

/// When the app is on the phone of an officer who was trained then, relative to the start of the period; never: infinity.
Seconds app_installed(const Scenario& scenario, const Draws& draws, std::uint32_t officer,
                      Seconds trained) {
  const Seconds never(std::numeric_limits<double>::infinity());
  const Devices& devices = scenario.devices;
  const bool android =
      draws.uniform(Decision::kOfficerPlatform, officer) < devices.android.mean().value();
  const std::optional<Date> released = android ? devices.android_from : devices.ios_from;
  if (!released) return never;
  const Seconds installed =
      std::max(days_between(scenario.period.start, *released), trained) +
      devices.install_delay.at(draws.uniform(Decision::kOfficerInstallDelay, officer));
  const std::optional<Date> withdrawn = android ? devices.android_until : std::nullopt;
  if (withdrawn && installed >= days_between(scenario.period.start, *withdrawn)) return never;
  return installed;
}

/// A curve of 24 hourly weights, repeated each day, summed up from midnight.
class SummedCurve {
 public:
  explicit SummedCurve(const std::array<double, 24>& curve) : curve_(curve) {
    std::partial_sum(curve.begin(), curve.end(), up_to_.begin() + 1);
  }

  /// The integral over so many hours, which may be more than a day's.
  double up_to(double hours) const {
    const double days = std::floor(hours / 24.0);
    const double left = hours - 24.0 * days;
    const auto hour = std::min<std::size_t>(23, static_cast<std::size_t>(left));
    return days * up_to_[24] + up_to_[hour] + curve_[hour] * (left - static_cast<double>(hour));
  }

 private:
  std::array<double, 24> curve_;
  std::array<double, 25> up_to_{};
};

/// Mean of the curve over the working hours of the force, by the quantiles of when shifts start and
/// of how long they last, each of which is independent of the other.
double mean_on_duty(const Scenario& scenario) {
  constexpr int kQuantiles = 100;
  const SummedCurve curve(scenario.encounters.daily_curve);
  double weight = 0.0;
  double hours = 0.0;
  for (int i = 0; i < kQuantiles; ++i) {
    const double start = scenario.officers.shift_start.at((i + 0.5) / kQuantiles) / 1_h;
    for (int j = 0; j < kQuantiles; ++j) {
      const double length = scenario.officers.shift_length.at((j + 0.5) / kQuantiles) / 1_h;
      weight += curve.up_to(start + length) - curve.up_to(start);
      hours += length;
    }
  }
  return weight / hours;
}

}  // namespace

Roster::Roster(const Scenario& scenario, const Draws& draws, FirstNumbers first)
    : scenario_(scenario),
      draws_(draws),
      first_(first),
      clock_(scenario.period.start),
      presence_(officers_by_state(scenario)) {
  const auto& curve = scenario.encounters.daily_curve;
  mean_on_duty_ = mean_on_duty(scenario);
  // Where the curve is zero in all working hours there are no stops at all.
  if (mean_on_duty_ <= 0.0) mean_on_duty_ = std::numeric_limits<double>::infinity();
  peak_ = *std::max_element(curve.begin(), curve.end()) / mean_on_duty_;

  const Seconds long_ago(-std::numeric_limits<double>::infinity());
  for (const auto& state : presence_) train(state, long_ago);
  for (const Intake& intake : intakes(scenario)) {
    for (const auto& state : intake.officers) {
      train(state, days_between(scenario.period.start, intake.from));
      presence_of(state.state).officers += state.officers;
    }
  }
  if (scenario.tables.recorded) {
    for (const auto& officer : recorded_officers(scenario, draws.replication())) admit(officer);
  }
}

void Roster::train(const StatePresence& state, Seconds when) {
  const Seconds period = kDay * scenario_.period.days.mean().value();
  const double rural = scenario_.tables.states[state.state].rural;
  for (std::uint32_t i = 0; i < state.officers; ++i) {
    const auto id = first_.officer + static_cast<std::uint32_t>(trained_++);
    const bool has_app = scenario_.system != SystemKind::kJail;  // a booking desk needs none
    const Seconds installed = has_app ? app_installed(scenario_, draws_, id, when) : when;
    if (installed >= period) continue;
    const Area area =
        draws_.uniform(Decision::kOfficerArea, id) < rural ? Area::kRural : Area::kUrban;
    equipped_.push_back({id, static_cast<std::uint16_t>(state.state), area, next_device(),
                         installed, scenario_.system});
  }
}

std::uint32_t Roster::next_device() const {
  return first_.device + static_cast<std::uint32_t>(equipped_.size());
}

StatePresence& Roster::presence_of(std::size_t state) {
  const auto found = std::ranges::find(presence_, state, &StatePresence::state);
  return found != presence_.end() ? *found : presence_.emplace_back(StatePresence{state, 0, 0.0});
}

/// An officer of the roster, whose area is then the recorded one; one more if the roster has
/// nobody of that number in that state.
void Roster::admit(const RecordedOfficer& officer) {
  const auto equipped = static_cast<std::ptrdiff_t>(equipped_.size() - added_);
  const auto end = equipped_.begin() + equipped;
  const auto found = std::ranges::lower_bound(equipped_.begin(), end, officer.id, {}, &Officer::id);
  if (found != end && found->id == officer.id && found->state == officer.state) {
    found->area = officer.area.value_or(found->area);
    recorded_.push_back(*found);
    return;
  }
  const double rural = scenario_.tables.states[officer.state].rural;
  const bool is_rural = draws_.uniform(Decision::kOfficerArea, officer.id) < rural;
  recorded_.push_back({officer.id, officer.state,
                       officer.area.value_or(is_rural ? Area::kRural : Area::kUrban),
                       next_device(), Seconds(0.0), scenario_.system});
  equipped_.push_back(recorded_.back());
  ++added_;
  ++presence_of(officer.state).officers;
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

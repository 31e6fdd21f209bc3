#include "agents/officer.hpp"

#include <algorithm>
#include <cmath>

#include "agents/encounter/encounter.hpp"
#include "agents/encounter/stop.hpp"
#include "agents/faults/surge.hpp"
#include "agents/system.hpp"

namespace fieldtwin {
namespace {

/// The times at which an officer stops people in a shift: a Poisson process whose intensity follows
/// the daily curve, by thinning (Lewis & Shedler 1979). The draws are addressed by the shift and
/// the candidate, so that they depend on nothing that happens in the shift.
class StopTimes {
 public:
  StopTimes(const Roster& roster, const Scenario& scenario, const Draws& draws,
            const Officer& officer, int day, const Shift& shift)
      : roster_(roster),
        draws_(draws),
        officer_(officer),
        shift_(shift),
        entity_(std::uint64_t{officer.id} << 24 | static_cast<std::uint64_t>(day + 1)),
        stops_(
            scenario.encounters.stops_per_shift.at(draws.uniform(Decision::kStopsInShift, entity_))),
        time_(shift.from) {
    const Seconds mean_length = scenario.officers.shift_length.mean();
    const double peak_per_second = stops_.value() * roster.peak_intensity() / mean_length.value();
    mean_gap_ = Seconds(1.0 / peak_per_second);  // infinite where nobody is stopped
  }

  Count stops() const { return stops_; }  //!< in the shift, on average

  /// The next stop, if there is another in the shift.
  std::optional<Seconds> next() {
    while (candidate_ < kMost) {
      time_ += mean_gap_ * -std::log(draws_.uniform(Decision::kStopTimes, entity_, candidate_));
      if (!(time_ < shift_.until)) return std::nullopt;
      const double accept = roster_.stop_intensity(officer_, time_) / roster_.peak_intensity();
      if (draws_.uniform(Decision::kStopThinning, entity_, candidate_++) < accept) return time_;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint16_t kMost = 0xFFFF;  //!< candidates in a shift: nobody stops so many

  const Roster& roster_;
  const Draws& draws_;
  const Officer& officer_;
  Shift shift_;
  std::uint64_t entity_;
  Count stops_;
  Seconds time_;
  Seconds mean_gap_{0.0};
  std::uint16_t candidate_ = 0;
};

/// A stop that is due, and its number among the officer's.
struct Due {
  Seconds time;
  std::uint64_t number;
  enum class Why { kUsual, kSurge } why;
};

/// An officer's usual stops and those of a surge, in the order of time.
class DueStops {
 public:
  DueStops(StopTimes usual, SurgeTimes surge, std::uint64_t& numbers, std::uint64_t& surge_numbers)
      : usual_(std::move(usual)),
        surge_(std::move(surge)),
        numbers_(numbers),
        surge_numbers_(surge_numbers),
        next_usual_(usual_.next()),
        next_surge_(surge_.next()) {}

  /// Numbered also when nothing comes of it, so that neither the period nor how long anything takes
  /// moves a later stop's draws.
  std::optional<Due> next() {
    if (next_surge_ && (!next_usual_ || *next_surge_ < *next_usual_)) {
      const Due due{*next_surge_, kFirstSurgeStop + surge_numbers_++, Due::Why::kSurge};
      next_surge_ = surge_.next();
      return due;
    }
    if (!next_usual_) return std::nullopt;
    const Due due{*next_usual_, numbers_++, Due::Why::kUsual};
    next_usual_ = usual_.next();
    return due;
  }

 private:
  StopTimes usual_;
  SurgeTimes surge_;
  std::uint64_t& numbers_;
  std::uint64_t& surge_numbers_;
  std::optional<Seconds> next_usual_;
  std::optional<Seconds> next_surge_;
};

}  // namespace

Process officer_at_work(System& system, Officer officer) {
  const Scenario& scenario = system.scenario;
  const int days = static_cast<int>(scenario.period.days.mean().value());
  const Seconds end = kDay * days;
  Device device{officer.device, officer.area, {}};
  std::uint64_t stops = 0;
  std::uint64_t surge_stops = 0;
  Seconds free_from(0.0);  // the end of the last stop: one without a scan needs no event of its own

  for (int day = -1; day <= days; ++day) {
    const auto shift = system.roster.shift(officer, day);
    if (!shift) continue;
    const StopTimes usual(system.roster, scenario, system.draws, officer, day, *shift);
    const SurgeTimes surge(system.roster, scenario, system.draws, officer, day, *shift,
                           usual.stops());
    DueStops due_stops(usual, surge, stops, surge_stops);
    for (auto due = due_stops.next(); due; due = due_stops.next()) {
      const EncounterId id{std::uint64_t{officer.id} << 24 | due->number};
      if (due->time < Seconds(0.0) || due->time < officer.app_from) continue;
      // An earlier stop may keep the officer busy, to the end of the shift or the period; whoever
      // is busy stops nobody more, surge or not.
      if (due->why == Due::Why::kSurge && due->time < free_from) continue;
      const Seconds begins = std::max(due->time, free_from);
      if (begins >= std::min(shift->until, end)) continue;

      const Stop stop = stop_somebody(system, officer, id, begins);
      if (!decides_to_scan(system, stop)) {
        note_stop(system, officer, stop, Scanned::kNo);
        free_from = begins + stop.length;
        continue;
      }
      co_await system.calendar.sleep_until(begins);
      note_stop(system, officer, stop, Scanned::kYes);
      co_await encounter(system, officer, device, stop);
      free_from = system.calendar.now();
    }
  }
}

}  // namespace fieldtwin

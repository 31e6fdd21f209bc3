#include "agents/faults/surge.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

/// The officer's place among all, from 0 to 1: those below a surge's share take part. Drawn as of a
/// day that there is not, so that it is nobody's stop.
double place_of(const Draws& draws, const Officer& officer) {
  constexpr std::uint64_t kNoDay = 0xFF'FFFF;
  return draws.uniform(Decision::kSurgeStops, std::uint64_t{officer.id} << 24 | kNoDay);
}

bool is_of(const Fault& fault, const Officer& officer, const Scenario& scenario,
           const Draws& draws) {
  if (fault.kind != FaultKind::kSurge) return false;
  const bool state =
      fault.state.empty() || fault.state == scenario.tables.states[officer.state].postal;
  return state && (!fault.area || *fault.area == officer.area) &&
         place_of(draws, officer) < fault.share.value();
}

}  // namespace

SurgeTimes::SurgeTimes(const Roster& roster, const Scenario& scenario, const Draws& draws,
                       const Officer& officer, int day, const Shift& shift, Count stops)
    : roster_(roster),
      scenario_(scenario),
      draws_(draws),
      officer_(officer),
      entity_(std::uint64_t{officer.id} << 24 | static_cast<std::uint64_t>(day + 1)),
      time_(shift.until) {
  for (const Fault& fault : scenario.faults) {
    const Seconds from = std::max(fault.from, shift.from);
    const Seconds until = std::min(fault.until, shift.until);
    if (!is_of(fault, officer, scenario, draws) || !(from < until)) continue;
    time_ = std::min(time_, from);
    until_ = std::max(until_, until);
    most_ += fault.factor.value() - 1.0;
  }
  const double usual =
      stops.value() * roster.peak_intensity() / scenario.officers.shift_length.mean().value();
  mean_gap_ = Seconds(1.0 / (most_ * usual));  // infinite without a surge
}

std::optional<Seconds> SurgeTimes::next() {
  constexpr std::uint16_t kMost = 0xFFFF;  // candidates in a shift: nobody stops so many
  if (most_ <= 0.0) return std::nullopt;
  while (candidate_ < kMost) {
    time_ += mean_gap_ * -std::log(draws_.uniform(Decision::kSurgeStops, entity_, candidate_));
    if (!(time_ < until_)) return std::nullopt;
    const double accept = added_at(time_) / most_ * roster_.stop_intensity(officer_, time_) /
                          roster_.peak_intensity();
    if (draws_.uniform(Decision::kSurgeThinning, entity_, candidate_++) < accept) return time_;
  }
  return std::nullopt;
}

double SurgeTimes::added_at(Seconds time) const {
  double added = 0.0;
  for (const Fault& fault : scenario_.faults) {
    if (is_of(fault, officer_, scenario_, draws_) && fault.is_on(time)) added += fault.factor.value() - 1.0;
  }
  return added;
}

}  // namespace fieldtwin

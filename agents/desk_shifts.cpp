#include "agents/desk_shifts.hpp"

#include <algorithm>
#include <cmath>

#include "agents/chance.hpp"

namespace fieldtwin {
namespace {

std::size_t on_duty_at(const std::vector<Staffing>& shifts, Seconds time) {
  const auto after = std::upper_bound(shifts.begin(), shifts.end(), time,
                                      [](Seconds t, const Staffing& s) { return t < s.from; });
  return std::prev(after)->servers;
}

std::vector<Staffing> three_shifts(const IceDeskParameters& ice, Seconds horizon) {
  const std::vector<Staffing> day{{0_h, whole(ice.agents_night)},
                                  {8_h, whole(ice.agents_day)},
                                  {16_h, whole(ice.agents_evening)}};
  return repeat_daily(day, Seconds(0.0), horizon);
}

/// One staffing up to a time, and another from then on.
std::vector<Staffing> spliced(const std::vector<Staffing>& before,
                              const std::vector<Staffing>& after, Seconds from) {
  std::vector<Staffing> out;
  for (const Staffing& shift : before) {
    if (shift.from < from) out.push_back(shift);
  }
  out.push_back({from, on_duty_at(after, from)});
  for (const Staffing& shift : after) {
    if (shift.from > from) out.push_back(shift);
  }
  return out;
}

}  // namespace

std::vector<Staffing> desk_shifts(const Scenario& scenario, const std::vector<ShareStep>& faults,
                                  Seconds horizon) {
  std::vector<Staffing> planned = three_shifts(scenario.ice, horizon);
  for (const Epoch& epoch : scenario.epochs) {
    planned = spliced(planned, three_shifts(epoch.scenario->ice, horizon), epoch.from);
  }

  std::vector<Seconds> changes;
  for (const auto& shift : planned) changes.push_back(shift.from);
  for (const auto& step : faults) changes.push_back(step.from);
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

  std::vector<Staffing> present;
  for (const Seconds time : changes) {
    const double left = left_at(faults, time).value();
    const auto agents = static_cast<double>(on_duty_at(planned, time));
    present.push_back({time, static_cast<std::size_t>(std::lround(agents * left))});
  }
  return present;
}

}  // namespace fieldtwin

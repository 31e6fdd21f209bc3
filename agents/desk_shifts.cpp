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

}  // namespace

std::vector<Staffing> desk_shifts(const IceDeskParameters& ice,
                                  const std::vector<ShareStep>& faults, Seconds horizon) {
  const std::vector<Staffing> day{{0_h, whole(ice.agents_night)},
                                  {8_h, whole(ice.agents_day)},
                                  {16_h, whole(ice.agents_evening)}};
  const std::vector<Staffing> planned = repeat_daily(day, Seconds(0.0), horizon);

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

#include "sim/shifts.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace fieldtwin {
namespace {

void check_ascending(const std::vector<Staffing>& shifts) {
  const auto not_later = [](const Staffing& a, const Staffing& b) { return !(a.from < b.from); };
  if (std::adjacent_find(shifts.begin(), shifts.end(), not_later) != shifts.end()) {
    throw std::invalid_argument("the times of shifts do not ascend");
  }
}

Process follow(Calendar& calendar, Servers& pool, std::vector<Staffing> shifts) {
  for (const auto& shift : shifts) {
    if (shift.from > calendar.now()) co_await calendar.sleep_until(shift.from);
    pool.set_servers(shift.servers);
  }
}

}  // namespace

std::vector<Staffing> repeat_daily(const std::vector<Staffing>& day, Seconds midnight,
                                   Seconds horizon) {
  check_ascending(day);
  if (day.empty() || day.front().from < Seconds(0.0) || day.back().from >= kDay) {
    throw std::invalid_argument("a day's shifts begin between 0 and 24 h");
  }
  // The day before the one that time 0 lies in may still hold.
  const double days_before = std::ceil(midnight / kDay) + 1.0;
  std::vector<Staffing> shifts{{Seconds(0.0), day.back().servers}};
  for (double d = -days_before;; d += 1.0) {
    for (const auto& shift : day) {
      const Seconds from = midnight + d * kDay + shift.from;
      if (from >= horizon) return shifts;
      if (from <= Seconds(0.0))
        shifts.front().servers = shift.servers;
      else
        shifts.push_back({from, shift.servers});
    }
  }
}

Process follow_shifts(Calendar& calendar, Servers& pool, std::vector<Staffing> shifts) {
  check_ascending(shifts);
  return follow(calendar, pool, std::move(shifts));
}

}  // namespace fieldtwin

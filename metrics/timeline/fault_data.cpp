#include "metrics/timeline/fault_data.hpp"

#include <algorithm>
#include <cmath>

#include "metrics/store/timeline_rows.hpp"

namespace fieldtwin {
namespace {

void read_faults(Database& database, std::int64_t first,
                 const std::map<std::uint32_t, std::size_t>& place, FaultData& data) {
  Statement rows = database.prepare(
      "SELECT replication, number, name, kind, state, from_s, until_s, requests, turned_away, "
      "sessions, searches, records_seen, photos_stored FROM fault WHERE replication < ? ORDER BY "
      "number, replication");
  rows.bind(1, first);
  while (rows.step()) {
    const FaultResult fault = fault_at(rows, 2);
    const auto number = static_cast<std::size_t>(rows.integer(1));
    if (number == data.faults.size()) {
      data.faults.push_back({fault, {}});
      data.faults.back().fault.events = {};
      for (auto& events : data.faults.back().events) events.assign(place.size(), 0.0);
    }
    const std::size_t at = place.at(static_cast<std::uint32_t>(rows.integer(0)));
    for (std::size_t i = 0; i < kAttackEvents; ++i) {
      data.faults.at(number).events[i][at] = fault.events[i];
    }
  }
}

}  // namespace

FaultData read_fault_data(Database& database, std::int64_t first,
                          const std::map<std::uint32_t, std::size_t>& place) {
  FaultData data;
  read_faults(database, first, place, data);
  Statement bins =
      database.prepare("SELECT DISTINCT bin FROM timeline WHERE replication < ? ORDER BY bin");
  bins.bind(1, first);
  while (bins.step()) data.bins.push_back(static_cast<std::uint32_t>(bins.integer(0)));
  BinValues empty;
  for (auto& values : empty) values.assign(place.size(), 0.0);
  for (auto& world : data.worlds) world.assign(data.bins.size(), empty);

  Statement rows = database.prepare("SELECT replication, world, " + timeline_columns() +
                                    " FROM timeline WHERE replication < ?");
  rows.bind(1, first);
  while (rows.step()) {
    const TimelineBin bin = timeline_bin_at(rows, 2);
    const auto world = rows.text(1) == kWorldAsItIs ? FaultWorld::kAsItIs : FaultWorld::kWithout;
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(data.bins, bin.bin) -
                                             data.bins.begin());
    const std::size_t replication = place.at(static_cast<std::uint32_t>(rows.integer(0)));
    for (std::size_t i = 0; i < kMeasures; ++i) {
      data.worlds[index_of(world)][at][i][replication] = bin.sums[i];
    }
  }
  return data;
}

std::vector<std::size_t> bins_around(const FaultData& data, const FaultResult& fault) {
  Fault alone;
  alone.from = fault.from;
  alone.until = fault.until;
  std::vector<std::size_t> places;
  if (data.bins.empty()) return places;
  const Seconds end = kTimelineBin * (data.bins.back() + 1.0);
  for (const std::uint32_t bin : watched_bins({alone}, end)) {
    const auto found = std::ranges::lower_bound(data.bins, bin);
    if (found != data.bins.end() && *found == bin) {
      places.push_back(static_cast<std::size_t>(found - data.bins.begin()));
    }
  }
  return places;
}

}  // namespace fieldtwin

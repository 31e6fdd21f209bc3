#include "metrics/store/timeline_rows.hpp"

namespace fieldtwin {
namespace {

void write_bins(RowSink& sink, std::uint32_t replication, std::string_view world,
                const std::vector<TimelineBin>& bins) {
  for (const TimelineBin& bin : bins) {
    TableRow row(sink, RowTable::kTimeline, replication);
    row << world << std::int64_t{bin.bin};
    for (const double sum : bin.sums) row << sum;
    row.add();
  }
}

std::vector<TimelineBin> read_bins(Database& database, std::uint32_t replication,
                                   std::string_view world) {
  Statement query =
      database.prepare("SELECT " + timeline_columns() +
                       " FROM timeline WHERE replication = ? AND world = ? ORDER BY bin");
  query.bind(1, std::int64_t{replication}).bind(2, world);
  std::vector<TimelineBin> bins;
  while (query.step()) bins.push_back(timeline_bin_at(query, 0));
  return bins;
}

}  // namespace

void write_timeline(RowSink& sink, const ReplicationResult& result) {
  for (std::size_t number = 0; number < result.faults.size(); ++number) {
    const FaultResult& fault = result.faults[number];
    TableRow row(sink, RowTable::kFault, result.replication);
    row << std::uint64_t{number} << std::string_view(fault.name) << std::string_view(fault.kind)
        << std::string_view(fault.state) << fault.from << fault.until;
    for (const double event : fault.events) row << event;
    row.add();
  }
  write_bins(sink, result.replication, kWorldAsItIs, result.timeline);
  write_bins(sink, result.replication, kWorldWithout, result.timeline_without);
}

void read_timeline(Database& database, ReplicationResult& result) {
  Statement query = database.prepare(
      "SELECT name, kind, state, from_s, until_s, requests, turned_away, sessions, searches, "
      "records_seen, photos_stored FROM fault WHERE replication = ? ORDER BY number");
  query.bind(1, std::int64_t{result.replication});
  while (query.step()) result.faults.push_back(fault_at(query, 0));
  result.timeline = read_bins(database, result.replication, kWorldAsItIs);
  result.timeline_without = read_bins(database, result.replication, kWorldWithout);
}

std::string timeline_columns() {
  std::string columns = "bin";
  for (const std::string_view name : kMeasureNames) columns += ", " + std::string(name);
  return columns;
}

FaultResult fault_at(const Statement& row, int column) {
  FaultResult fault{row.text(column),          row.text(column + 1),          row.text(column + 2),
                    Seconds(row.real(column + 3)), Seconds(row.real(column + 4)), {}};
  for (std::size_t i = 0; i < kAttackEvents; ++i) {
    fault.events[i] = row.real(column + 5 + static_cast<int>(i));
  }
  return fault;
}

TimelineBin timeline_bin_at(const Statement& row, int column) {
  TimelineBin bin{static_cast<std::uint32_t>(row.integer(column)), {}};
  for (std::size_t i = 0; i < kMeasures; ++i) {
    bin.sums[i] = row.real(column + 1 + static_cast<int>(i));
  }
  return bin;
}

}  // namespace fieldtwin

#include "metrics/store/replication_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "metrics/store/buckets_text.hpp"
#include "metrics/store/desk_text.hpp"
#include "metrics/store/tally_text.hpp"
#include "metrics/store/timeline_rows.hpp"

namespace fieldtwin {
namespace {

template <class Enum>
Enum found(std::optional<Enum> value, const std::string& name) {
  if (!value) throw StoreError(fmt::format("the results file names an unknown \"{}\"", name));
  return *value;
}

/// What `read` makes of a text.
template <class Read>
auto understood(const Read& read) {
  try {
    return read();
  } catch (const std::invalid_argument& error) {
    throw StoreError(fmt::format("the results file is damaged ({})", error.what()));
  }
}

Stage stage_named(const std::string& name) {
  const auto it = std::ranges::find(kStageNames, name);
  if (it == kStageNames.end()) return found<Stage>(std::nullopt, name);
  return static_cast<Stage>(it - kStageNames.begin());
}

/// The sums of the whole as a breakdown without categories.
std::vector<TallyRow> whole_of(const ReplicationResult& result) {
  std::vector<TallyRow> whole;
  for (std::size_t i = 0; i < kAmounts; ++i) {
    if (i >= index_of(Amount::kPort) && result.totals[i] == 0.0) continue;  // no port, no sum
    whole.push_back({static_cast<Amount>(i), Grouping::kAll, "", result.totals[i]});
  }
  return whole;
}

void write_sums(RowSink& sink, std::uint32_t replication, const std::vector<TallyRow>& rows) {
  for (auto from = rows.begin(); from != rows.end();) {
    const auto until = std::find_if(
        from, rows.end(), [&](const TallyRow& row) { return row.dimension != from->dimension; });
    const std::string sums = tally_to_text({from, until});
    (TableRow(sink, RowTable::kBreakdown, replication)
     << kDimensionNames[index_of(from->dimension)] << std::string_view(sums))
        .add();
    from = until;
  }
}

void write_latency(RowSink& sink, const ReplicationResult& result) {
  for (const auto& [stage, state, seconds] : result.latency) {
    const std::string buckets = buckets_to_text(seconds);
    (TableRow(sink, RowTable::kLatency, result.replication)
     << std::string_view(state) << kStageNames[index_of(stage)] << seconds.count() << seconds.sum()
     << seconds.exact_sum().high << seconds.exact_sum().low << std::string_view(buckets))
        .add();
  }
}

void write_desk(RowSink& sink, const ReplicationResult& result) {
  const std::string bins = desk_to_text(result.desk);
  (TableRow(sink, RowTable::kDesk, result.replication) << std::string_view(bins)).add();
}

}  // namespace

LogLinearHistogram histogram_at(const Statement& row, int column) {
  const LogLinearHistogram::ExactSum sum{
      .high = std::bit_cast<std::uint64_t>(row.integer(column)),
      .low = std::bit_cast<std::uint64_t>(row.integer(column + 1))};
  return understood([&] {
    return LogLinearHistogram(buckets_from_text(row.text(column + 2)), sum);
  });
}

std::vector<TallyRow> breakdown_at(const Statement& row, int column) {
  const std::string dimension = row.text(column);
  const Grouping grouping = found(dimension_named(dimension), dimension);
  return understood([&] { return tally_from_text(grouping, row.text(column + 1)); });
}

std::vector<DeskBin> desk_at(const Statement& row, int column) {
  return understood([&] { return desk_from_text(row.text(column)); });
}

void write_replication(RowSink& sink, const ReplicationResult& result) {
  const std::string fingerprint = result.fingerprint.hex();
  (TableRow(sink, RowTable::kReplication, result.replication)
   << std::string_view(fingerprint) << result.total(Amount::kScans))
      .add();
  write_sums(sink, result.replication, whole_of(result));
  write_sums(sink, result.replication, result.tally);
  write_latency(sink, result);
  write_desk(sink, result);
  write_timeline(sink, result);
  for (const EncounterRecord& record : result.cases) write_case(sink, result.replication, record);
}

ReplicationResult read_replication(Database& database, std::uint32_t replication) {
  ReplicationResult result;
  result.replication = replication;
  const auto rows = [&](std::string_view sql) {
    Statement query = database.prepare(sql);
    query.bind(1, std::int64_t{replication});
    return query;
  };
  Statement head = rows("SELECT fingerprint FROM replication WHERE replication = ?");
  head.step();
  result.fingerprint = Fingerprint::from_hex(head.text(0));

  Statement breakdown = rows("SELECT dimension, sums FROM breakdown WHERE replication = ?");
  while (breakdown.step()) {
    for (const TallyRow& row : breakdown_at(breakdown, 0)) {
      if (row.dimension == Grouping::kAll) {
        result.totals[index_of(row.amount)] = row.value;
      } else {
        result.tally.push_back(row);
      }
    }
  }
  std::ranges::sort(result.tally, {}, &tally_order);

  Statement latency =
      rows("SELECT stage, state, sum_high, sum_low, buckets FROM latency WHERE replication = ?");
  while (latency.step()) {
    result.latency.push_back(
        {stage_named(latency.text(0)), latency.text(1), histogram_at(latency, 2)});
  }
  std::ranges::sort(result.latency, {}, &latency_order);
  read_timeline(database, result);

  Statement desk = rows("SELECT bins FROM desk_bins WHERE replication = ?");
  if (desk.step()) result.desk = desk_at(desk, 0);
  result.cases = read_cases(database, replication);
  return result;
}

}  // namespace fieldtwin

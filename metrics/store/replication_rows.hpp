#pragma once
/// One replication as rows of the tables, and back.

#include <cstdint>
#include <optional>

#include "metrics/replication_result.hpp"
#include "metrics/store/rows.hpp"
#include "metrics/store/sqlite.hpp"

namespace fieldtwin {

/// The rows of a replication.
void write_replication(RowSink& sink, const ReplicationResult& result);

/// Reads them back. StoreError if they are not what was written.
ReplicationResult read_replication(Database& database, std::uint32_t replication);

/// A histogram from the columns sum_high, sum_low and buckets, which begin at `column`.
LogLinearHistogram histogram_at(const Statement& row, int column);

/// The sums of a dimension from the columns dimension and sums, which begin at `column`.
std::vector<TallyRow> breakdown_at(const Statement& row, int column);

/// The desk's half-hours from the column bins.
std::vector<DeskBin> desk_at(const Statement& row, int column);

/// The row of a kept encounter.
void write_case(RowSink& sink, std::uint32_t replication, const EncounterRecord& record);

/// Reads kept encounters back: all of a replication, or one alone.
std::vector<EncounterRecord> read_cases(Database& database, std::uint32_t replication,
                                        std::optional<std::uint64_t> only = std::nullopt);

}  // namespace fieldtwin

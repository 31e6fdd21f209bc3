#pragma once
/// A replication's faults and what happened around them, in results.sqlite.

#include <string>

#include "metrics/replication_result.hpp"
#include "metrics/store/rows.hpp"
#include "metrics/store/sqlite.hpp"

namespace fieldtwin {

/// The two worlds of a timeline, as they are called in the file.
inline constexpr std::string_view kWorldAsItIs = "as_it_is";
inline constexpr std::string_view kWorldWithout = "without_faults";

void write_timeline(RowSink& sink, const ReplicationResult& result);

/// Fills in what write_timeline wrote of the result's replication.
void read_timeline(Database& database, ReplicationResult& result);

/// The columns of `timeline` from `bin` on, as a query names them.
std::string timeline_columns();

/// A row of `fault` from its column `name` on, and one of `timeline` from its column `bin` on.
FaultResult fault_at(const Statement& row, int column);
TimelineBin timeline_bin_at(const Statement& row, int column);

}  // namespace fieldtwin

#pragma once
/// Rows into the tables of a database.

#include <array>
#include <optional>

#include "metrics/store/rows.hpp"
#include "metrics/store/sqlite.hpp"

namespace fieldtwin {

/// One statement a table, prepared when it is first needed.
using RowInserts = std::array<std::optional<Statement>, kRowTableNames.size()>;

/// Inserts rows, within the caller's transaction. `inserts` are those of `database`, and may be used
/// by the next inserter.
class RowInserter final : public RowSink {
 public:
  RowInserter(Database& database, RowInserts& inserts) : database_(database), inserts_(inserts) {}
  void add(RowTable table, std::span<const Cell> cells) override;

 private:
  Database& database_;
  RowInserts& inserts_;
};

}  // namespace fieldtwin

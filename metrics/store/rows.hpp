#pragma once
/// Rows of the tables that hold replications, apart from where they go.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "sim/quantities.hpp"

namespace fieldtwin {

/// The tables that hold rows of replications (metrics/store/schema.cpp).
enum class RowTable : std::uint8_t {
  kReplication,
  kBreakdown,
  kLatency,
  kDesk,
  kFault,
  kTimeline,
  kEncounter,
};
inline constexpr std::array<std::string_view, 7> kRowTableNames{
    "replication", "breakdown", "latency", "desk_bins", "fault", "timeline", "encounter"};

/// A value of a row: nothing, a number or a text.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// Takes rows.
class RowSink {
 public:
  virtual ~RowSink() = default;
  /// The values of all columns, in the order of the table.
  virtual void add(RowTable table, std::span<const Cell> cells) = 0;
};

/// A row that is filled from left to right. Texts must live until add().
class TableRow {
 public:
  /// Every table begins with the number of the replication.
  TableRow(RowSink& sink, RowTable table, std::uint32_t replication) : sink_(sink), table_(table) {
    *this << std::int64_t{replication};
  }

  TableRow& operator<<(std::int64_t value) { return put(value); }
  TableRow& operator<<(std::uint64_t value) { return put(static_cast<std::int64_t>(value)); }  // its bits
  TableRow& operator<<(double value) { return put(value); }
  TableRow& operator<<(Seconds value) { return put(value.value()); }
  TableRow& operator<<(std::string_view value) { return put(value); }
  TableRow& operator<<(std::optional<Seconds> value) { return value ? put(value->value()) : null(); }
  TableRow& null() { return put(std::monostate{}); }

  /// Hands it on.
  void add() { sink_.add(table_, {cells_.data(), size_}); }

 private:
  TableRow& put(Cell cell) {
    cells_.at(size_++) = cell;
    return *this;
  }

  RowSink& sink_;
  RowTable table_;
  std::array<Cell, 40> cells_{};  // the widest table has 39 columns
  std::size_t size_ = 0;
};

}  // namespace fieldtwin

#include "metrics/store/row_inserter.hpp"

#include <fmt/format.h>

#include "scenarios/groups.hpp"

namespace fieldtwin {
namespace {

/// INSERT INTO replication VALUES (?,?,?)
std::string insert_into(RowTable table, std::size_t columns) {
  std::string marks = "?";
  for (std::size_t i = 1; i < columns; ++i) marks += ",?";
  return fmt::format("INSERT INTO {} VALUES ({})", kRowTableNames[index_of(table)], marks);
}

}  // namespace

void RowInserter::add(RowTable table, std::span<const Cell> cells) {
  std::optional<Statement>& insert = inserts_[index_of(table)];
  if (!insert) insert.emplace(database_.prepare(insert_into(table, cells.size())));
  insert->reset();  // one that failed stands where it failed
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int parameter = static_cast<int>(i) + 1;
    if (const auto* number = std::get_if<std::int64_t>(&cells[i])) {
      insert->bind(parameter, *number);
    } else if (const auto* real = std::get_if<double>(&cells[i])) {
      insert->bind(parameter, *real);
    } else if (const auto* text = std::get_if<std::string_view>(&cells[i])) {
      insert->bind(parameter, *text);
    } else {
      insert->bind_null(parameter);
    }
  }
  insert->run();
}

}  // namespace fieldtwin

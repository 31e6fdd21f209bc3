#include "metrics/store/row_log.hpp"

#include <cstring>
#include <vector>

#include "metrics/store/sqlite.hpp"

namespace fieldtwin {
namespace {

template <class Value>
void append(std::string& bytes, Value value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// Reads values off the front of bytes.
class LogReader {
 public:
  explicit LogReader(std::string_view bytes) : rest_(bytes) {}

  bool is_empty() const { return rest_.empty(); }

  std::string_view text(std::size_t size) {
    if (size > rest_.size()) throw StoreError("a shard is damaged (a row is cut off)");
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

  template <class Value>
  Value value() {
    Value value;
    std::memcpy(&value, text(sizeof value).data(), sizeof value);
    return value;
  }

 private:
  std::string_view rest_;
};

Cell cell_in(LogReader& bytes) {
  switch (bytes.value<std::uint8_t>()) {
    case 0:
      return std::monostate{};
    case 1:
      return bytes.value<std::int64_t>();
    case 2:
      return bytes.value<double>();
    case 3:
      return bytes.text(bytes.value<std::uint32_t>());
    default:
      throw StoreError("a shard is damaged (a value is of no kind)");
  }
}

}  // namespace

void RowLog::add(RowTable table, std::span<const Cell> cells) {
  append(bytes_, static_cast<std::uint8_t>(table));
  append(bytes_, static_cast<std::uint8_t>(cells.size()));
  for (const Cell& cell : cells) {
    append(bytes_, static_cast<std::uint8_t>(cell.index()));
    if (const auto* number = std::get_if<std::int64_t>(&cell)) append(bytes_, *number);
    if (const auto* real = std::get_if<double>(&cell)) append(bytes_, *real);
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
      append(bytes_, static_cast<std::uint32_t>(text->size()));
      bytes_.append(*text);
    }
  }
}

void play_rows(std::string_view log, RowSink& sink) {
  std::vector<Cell> cells;
  for (LogReader bytes(log); !bytes.is_empty();) {
    const auto table = bytes.value<std::uint8_t>();
    if (table >= kRowTableNames.size()) throw StoreError("a shard is damaged (no such table)");
    cells.resize(bytes.value<std::uint8_t>());
    for (Cell& cell : cells) cell = cell_in(bytes);
    sink.add(static_cast<RowTable>(table), cells);
  }
}

}  // namespace fieldtwin

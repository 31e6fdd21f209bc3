#include "metrics/store/row_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "metrics/store/sqlite.hpp"

namespace fieldtwin {
namespace {

/// Keeps copies of rows, texts too.
struct KeptRows final : RowSink {
  using Kept = std::variant<std::monostate, std::int64_t, double, std::string>;
  void add(RowTable table, std::span<const Cell> cells) override {
    rows.push_back({table, {}});
    for (const Cell& cell : cells) {
      rows.back().second.push_back(std::visit(
          [](const auto& value) -> Kept {
            if constexpr (std::is_same_v<decltype(value), const std::string_view&>) {
              return std::string(value);
            } else {
              return value;
            }
          },
          cell));
    }
  }
  std::vector<std::pair<RowTable, std::vector<Kept>>> rows;
};

void write_some(RowSink& sink) {
  TableRow(sink, RowTable::kDesk, 7).add();
  (TableRow(sink, RowTable::kFault, 7) << std::numeric_limits<double>::denorm_min() << std::int64_t{-3}
                                 << std::string_view("") << std::string_view("a\0b", 3))
      .null()
      .add();
  (TableRow(sink, RowTable::kReplication, 4'000'000'000)
   << std::numeric_limits<std::uint64_t>::max() << std::optional<Seconds>()
   << std::optional<Seconds>(2.5))
      .add();
}

TEST(RowLog, GivesBackItsRowsInTheirOrder) {
  RowLog log;
  KeptRows straight, played;
  write_some(log);
  write_some(straight);
  play_rows(log.bytes(), played);
  EXPECT_EQ(played.rows, straight.rows);
  ASSERT_EQ(played.rows.size(), 3u);
  EXPECT_EQ(std::get<std::int64_t>(played.rows[2].second[1]), -1);  // the bits of the largest
}

TEST(RowLog, IsRefusedWhereverItIsCutOffInARow) {
  RowLog log;
  TableRow(log, RowTable::kDesk, 1).add();
  const std::size_t one_row = log.bytes().size();
  write_some(log);
  for (std::size_t size = 1; size < one_row; ++size) {
    KeptRows kept;
    EXPECT_THROW(play_rows(std::string_view(log.bytes()).substr(0, size), kept), StoreError) << size;
  }
  KeptRows kept;
  EXPECT_NO_THROW(play_rows(std::string_view(log.bytes()).substr(0, one_row), kept));
  EXPECT_EQ(kept.rows.size(), 1u);
}

TEST(RowLog, IsRefusedIfItNamesWhatThereIsNot) {
  KeptRows kept;
  using testing::HasSubstr;
  using testing::ThrowsMessage;
  EXPECT_THAT([&] { play_rows(std::string("\xff\0", 2), kept); },
              ThrowsMessage<StoreError>(HasSubstr("no such table")));
  EXPECT_THAT([&] { play_rows(std::string("\0\x01\x09", 3), kept); },
              ThrowsMessage<StoreError>(HasSubstr("of no kind")));
}

}  // namespace
}  // namespace fieldtwin

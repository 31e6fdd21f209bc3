#include "metrics/story/case_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <bit>
#include <nlohmann/json.hpp>

#include "metrics/story/words.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kColumns = 8;
using Cells = std::array<std::string, kColumns>;

std::optional<std::string> optional_text(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.text(column);
}

CaseLine case_at(const Statement& row) {
  CaseLine line;
  line.id = {static_cast<std::uint32_t>(row.integer(0)),
             std::bit_cast<std::uint64_t>(row.integer(1))};
  line.state = row.text(2);
  line.status = row.text(3);
  line.ethnicity = row.text(4);
  line.sex = row.text(5);
  line.age = static_cast<int>(row.integer(6));
  line.match_truth = row.text(7);
  line.cause = optional_text(row, 8);
  line.decision = optional_text(row, 9);
  line.end = optional_text(row, 10);
  line.hold_hours = row.is_null(11) ? 0.0 : row.real(11);
  line.prolonged_minutes = row.real(12);
  constexpr std::array kKinds{"us_citizen", "lawful_status", "false_match", "stale_record",
                              "prolonged"};
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (row.integer(static_cast<int>(13 + i)) != 0) line.kinds.emplace_back(kKinds[i]);
  }
  return line;
}

/// What is true of the record in the case, in a few words.
std::string record_words(const CaseLine& line) {
  if (line.cause) return short_origin(*line.cause);
  return line.match_truth == "own"     ? "own record"
         : line.match_truth == "other" ? "somebody else's record"
                                       : "no record";
}

Cells cells_of(const CaseLine& line) {
  std::string ended = line.end ? short_end(*line.end) : "let go";
  std::string hours = line.end ? fmt::format("{:.1f}", line.hold_hours)
                               : fmt::format("{:.1f}", line.prolonged_minutes / 60.0);
  return {to_text(line.id),   fmt::format("{}", fmt::join(line.kinds, ",")),
          line.state,         line.status,
          record_words(line), line.decision ? short_decision(*line.decision) : "-",
          std::move(ended),   std::move(hours)};
}

nlohmann::ordered_json or_null(const std::optional<std::string>& text) {
  return text ? nlohmann::ordered_json(*text) : nlohmann::ordered_json(nullptr);
}

}  // namespace

std::vector<CaseLine> list_cases(ResultStore& store) {
  Statement rows = store.database().prepare(
      "SELECT c.replication, c.id, c.state, c.status, c.ethnicity, c.sex, c.age, e.match_truth, "
      "c.cause, c.decision, c.hold_end, c.hold_hours, c.prolonged_minutes, c.wrongful_us_citizen, "
      "c.wrongful_lawful_status, c.wrongful_false_match, c.wrongful_stale_record, c.prolonged "
      "FROM cases AS c JOIN encounter AS e USING (replication, id) ORDER BY c.replication, c.id");
  std::vector<CaseLine> cases;
  while (rows.step()) cases.push_back(case_at(rows));
  return cases;
}

std::string case_table(const std::vector<CaseLine>& cases) {
  std::vector<Cells> table{
      {"case", "kinds", "state", "person", "record", "decided by", "ended", "hours"}};
  for (const CaseLine& line : cases) table.push_back(cells_of(line));
  std::array<std::size_t, kColumns> widths{};
  for (const Cells& cells : table) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], cells[i].size());
  }
  std::string text;
  for (const Cells& cells : table) {
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
      text += fmt::format("{:<{}}  ", cells[i], widths[i]);
    }
    text += fmt::format("{:>{}}\n", cells.back(), widths.back());
  }
  return text;
}

nlohmann::ordered_json case_list_json(const std::vector<CaseLine>& cases) {
  auto list = nlohmann::ordered_json::array();
  for (const CaseLine& line : cases) {
    list.push_back({{"case", to_text(line.id)},
                    {"replication", line.id.replication},
                    {"encounter", line.id.encounter},
                    {"kinds", line.kinds},
                    {"state", line.state},
                    {"status", line.status},
                    {"ethnicity", line.ethnicity},
                    {"sex", line.sex},
                    {"age", line.age},
                    {"match_truth", line.match_truth},
                    {"cause", or_null(line.cause)},
                    {"decision", or_null(line.decision)},
                    {"end", or_null(line.end)},
                    {"hold_hours", line.hold_hours},
                    {"prolonged_minutes", line.prolonged_minutes}});
  }
  return list;
}

}  // namespace fieldtwin

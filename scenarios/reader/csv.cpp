#include "scenarios/reader/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

using Cells = std::vector<CsvRow::Cell>;

/// The cells of one line; nothing if its quotes do not match.
std::optional<Cells> split(const std::string& line) {
  Cells out;
  std::size_t i = 0;
  while (true) {
    CsvRow::Cell cell{"", static_cast<int>(i) + 1};
    if (i < line.size() && line[i] == '"') {
      for (++i;; ++i) {
        if (i >= line.size()) return std::nullopt;
        if (line[i] == '"' && (i + 1 >= line.size() || line[i + 1] != '"')) break;
        if (line[i] == '"') ++i;
        cell.text += line[i];
      }
      ++i;
      if (i < line.size() && line[i] != ',') return std::nullopt;
    } else {
      while (i < line.size() && line[i] != ',') cell.text += line[i++];
    }
    out.push_back(std::move(cell));
    if (i >= line.size()) return out;
    ++i;  // the comma
  }
}

/// Complains about a header that is not the shape's.
void check_header(const Cells& header, const Place& place, const TableShape& shape,
                  ErrorList& errors) {
  std::vector<std::string> known = shape.columns;
  known.insert(known.end(), shape.optional.begin(), shape.optional.end());
  std::set<std::string> seen;
  for (const CsvRow::Cell& cell : header) {
    const Place at{place.file, place.line, cell.column};
    if (std::find(known.begin(), known.end(), cell.text) == known.end())
      errors.add(at, {"the table has an unknown column '" + cell.text + "'", "",
                      did_you_mean(cell.text, known)});
    else if (!seen.insert(cell.text).second)
      errors.add(at, {"the column '" + cell.text + "' stands here for the second time", "", ""});
  }
  std::vector<std::string> missing;
  for (const std::string& column : shape.columns)
    if (!seen.contains(column)) missing.push_back(column);
  if (!missing.empty())
    errors.add(place, {"the table has no column " + comma_separated(missing),
                       "the first line that is no comment names the columns", ""});
}

}  // namespace

std::string CsvRow::text(const std::string& column) const {
  const std::string& text = cells_.at(column).text;
  if (text.empty()) refuse(column, {"the column '" + column + "' is empty", "", ""});
  return text;
}

double CsvRow::number(const std::string& column, double low, double high) const {
  const std::string& text = cells_.at(column).text;
  const auto value = parse_number(text, Dimension::kCount);
  if (const auto* complaint = std::get_if<Complaint>(&value)) {
    refuse(column, {fmt::format("'{}' in the column '{}' is not a number", text, column), "",
                    complaint->suggestion});
    return low;
  }
  const double number = std::get<double>(value);
  if (number < low || number > high) {
    refuse(column, {fmt::format("{} in the column '{}' is out of range", text, column),
                    fmt::format("it must lie from {} to {}", low, high), ""});
    return low;
  }
  return number;
}

std::size_t CsvRow::choice(const std::string& column, const std::vector<std::string>& words) const {
  const std::string& text = cells_.at(column).text;
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  refuse(column, {fmt::format("'{}' in the column '{}' is not known", text, column), "",
                  did_you_mean(text, words)});
  return 0;
}

void CsvRow::refuse(const std::string& column, Complaint complaint) const {
  errors_->add({file_, line_, cells_.at(column).column}, std::move(complaint));
}

std::vector<CsvRow> parse_csv(const std::string& text, const std::string& file,
                              const TableShape& shape, ErrorList& errors) {
  std::vector<CsvRow> out;
  std::optional<Cells> header;
  std::istringstream stream(text);
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line);
    if (!cells) {
      errors.add({file, number, 0},
                 {"the quotes on this line do not match",
                  "a cell in quotes ends on its own line, and a quote inside it is doubled", ""});
      if (!header) return out;
      continue;
    }
    if (!header) {
      header = *cells;
      const std::size_t before = errors.size();
      check_header(*header, {file, number, 0}, shape, errors);
      if (errors.size() != before) return out;  // the cells' meaning is not known
      continue;
    }
    if (cells->size() != header->size()) {
      errors.add({file, number, 0}, {fmt::format("the row has {} cells", cells->size()),
                                     fmt::format("the header has {}", header->size()), ""});
      continue;
    }
    std::map<std::string, CsvRow::Cell> named;
    for (std::size_t i = 0; i < cells->size(); ++i) named.emplace((*header)[i].text, (*cells)[i]);
    out.emplace_back(file, number, std::move(named), errors);
  }
  if (!header)
    errors.add({file, 0, 0}, {"the table is empty", "it has no line that names the columns", ""});
  return out;
}

}  // namespace fieldtwin

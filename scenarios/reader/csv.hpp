#pragma once
/// CSV files: RFC 4180 with a header line, cells within one line, and comment lines that begin
/// with `#` (where a table says its source).

#include <map>
#include <string>
#include <vector>

#include "scenarios/reader/error.hpp"

namespace fieldtwin {

/// What a table must look like.
struct TableShape {
  std::vector<std::string> columns;   //!< all of which must be there, in any order
  std::vector<std::string> optional;  //!< which may be there too
};

/// One row, cells by the header's names. What is wrong with a cell goes to the list of errors, with
/// its place, and a stand-in is returned: rows are read to the end.
class CsvRow {
 public:
  struct Cell {
    std::string text;
    int column;  //!< from 1
  };
  CsvRow(std::string file, int line, std::map<std::string, Cell> cells, ErrorList& errors)
      : file_(std::move(file)), line_(line), cells_(std::move(cells)), errors_(&errors) {}

  /// A cell that must not be empty.
  std::string text(const std::string& column) const;
  /// A number from low to high.
  double number(const std::string& column, double low, double high) const;
  /// A number from 0 to 1.
  double share(const std::string& column) const { return number(column, 0.0, 1.0); }
  /// One of several words; its index, 0 if it is none of them.
  std::size_t choice(const std::string& column, const std::vector<std::string>& words) const;
  void refuse(const std::string& column, Complaint complaint) const;
  int line() const { return line_; }

 private:
  std::string file_;
  int line_;
  std::map<std::string, Cell> cells_;
  ErrorList* errors_;
};

/// Reads a table's rows. Rows with the wrong number of cells are errors and are left out.
std::vector<CsvRow> parse_csv(const std::string& text, const std::string& file,
                              const TableShape& shape, ErrorList& errors);

}  // namespace fieldtwin

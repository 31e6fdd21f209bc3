#pragma once
/// Reads recorded encounters, row by row.

#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scenarios/reader/error.hpp"
#include "scenarios/recorded/recorded_stop.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// The columns: `time`, `state` and `officer` must be there, the others may; in any order. An empty
/// cell of another column is a value that is not known.
enum class RecordedColumn {
  kReplication,
  kTime,
  kState,
  kOfficer,
  kStop,
  kArea,
  kScanned,
  kStopLength,
  kPerson,
  kEthnicity,
  kSex,
  kAge,
  kStatus,
  kEnrolled,
  kRecord,
  kShowedId,
  kShowedProof,
  kBytes,
  kOutcome,
  kAnswer,
};
inline constexpr std::array<std::string_view, 20> kRecordedColumns{
    "replication", "time",   "state",    "officer", "stop",      "area",         "scanned",
    "stop_length", "person", "ethnicity", "sex",     "age",       "status",       "enrolled",
    "record",      "showed_id", "showed_proof", "bytes", "outcome", "answer"};

/// A stream of the rows of a file: CSV (RFC 4180) with a header line; lines that begin with `#` are
/// comments. Holds what it must know of each officer to check the next row, and no rows.
class RecordedReader {
 public:
  /// Takes what is wrong with a row, which is then left out.
  using BadRow = std::function<void(const ScenarioError&)>;

  /// Reads the header. Throws ScenarioErrors if there is none, or it is wrong.
  RecordedReader(const Scenario& scenario, const std::string& file, BadRow bad_row);

  /// Goes to the first row of a recording.
  void seek(std::uint64_t byte, std::uint32_t recording);

  /// The next row that can be used; nothing at the end.
  std::optional<RecordedStop> next();

  bool has(RecordedColumn column) const;

  /// The byte at which the row that next() gave begins.
  std::uint64_t row_begins() const { return row_begins_; }

 private:
  struct Cell {
    std::string text;
    int column;  //!< from 1
  };
  struct Officer {
    std::uint32_t stops;  //!< numbers below this are taken
    std::uint16_t state;
    std::optional<Area> area;
  };

  bool read_line();
  void read_header();
  bool parse(RecordedStop& stop);
  bool parse_cell(RecordedColumn column, const Cell& cell, RecordedStop& stop);
  bool parse_time(const Cell& cell, RecordedStop& stop);
  bool parse_whole(const Cell& cell, std::uint64_t below, std::uint64_t& value);
  bool parse_amount(const Cell& cell, double& value);
  template <std::size_t n>
  bool parse_choice(const Cell& cell, const std::array<std::string_view, n>& words,
                    std::size_t& value);
  bool parse_flag(const Cell& cell, std::optional<bool>& value);
  bool fits(RecordedStop& stop);
  const Cell* cell_of(RecordedColumn column) const;
  bool refuse(const Cell* cell, Complaint complaint);

  std::string file_;
  BadRow bad_row_;
  std::unordered_map<std::string, std::uint16_t> states_;  //!< by postal code
  std::vector<std::string> postal_;
  std::uint64_t people_ = 0;
  Seconds period_{0.0};
  double start_utc_ = 0.0;  //!< of the period, in seconds since 1970
  std::ifstream stream_;
  std::vector<RecordedColumn> header_;
  std::vector<Cell> cells_;
  std::size_t used_cells_ = 0;
  std::string line_;
  int line_number_ = 0;
  std::uint64_t next_byte_ = 0;
  std::uint64_t row_begins_ = 0;
  std::uint32_t recording_ = 0;
  Seconds last_{0.0};
  std::unordered_map<std::uint32_t, Officer> officers_;
  std::optional<std::uint32_t> number_;  //!< of the row's stop, if it is given
};

}  // namespace fieldtwin

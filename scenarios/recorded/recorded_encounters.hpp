#pragma once
/// A file of recorded encounters, as far as a scenario needs to know it: it is read as a stream.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/reader/error.hpp"
#include "scenarios/recorded/recorded_stop.hpp"

namespace fieldtwin {

struct Scenario;

/// What stands in a file. A file holds one recording, or several, one a replication; replication r
/// replays recording r modulo their number.
struct RecordedEncounters {
  std::string file;
  std::string hash;                        //!< FNV-1a of all bytes, 16 hexadecimal digits
  std::uint64_t rows = 0;                  //!< that can be used
  std::uint64_t bad_rows = 0;              //!< that cannot, and are left out
  std::vector<ScenarioError> first_bad;    //!< why, of the first kNamedBadRows
  std::vector<std::uint64_t> recordings;   //!< the byte at which each begins
  bool numbered = false;                   //!< the rows name their replications
  std::uint64_t scans = 0;                 //!< rows with a scan
  std::array<std::uint64_t, kRecordedOutcomes.size()> outcomes{};  //!< scans that say theirs
  std::array<std::uint64_t, kRecordedAnswers.size()> answers{};
};
inline constexpr std::size_t kNamedBadRows = 20;

/// Reads a whole file once, row by row, and keeps none. The scenario's tables and period must be
/// there. A file whose columns are wrong, or with no row that can be used, is an error.
RecordedEncounters survey_recorded(const Scenario& scenario, const std::string& file,
                                   ErrorList& errors);

/// "data.csv: 3 of 120 rows cannot be used and are left out:", and a line for each that is named;
/// empty if there is none.
std::string bad_rows_text(const RecordedEncounters& recorded);

}  // namespace fieldtwin

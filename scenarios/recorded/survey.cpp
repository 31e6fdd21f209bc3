#include <fmt/format.h>

#include "scenarios/recorded/recorded_encounters.hpp"
#include "scenarios/recorded/recorded_reader.hpp"

namespace fieldtwin {
namespace {

/// FNV-1a, 64 bits, of a file.
std::string hash_of_file(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::uint64_t hash = 0xcbf29ce484222325u;
  std::vector<char> block(1 << 16);
  while (stream) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    for (std::streamsize i = 0; i < stream.gcount(); ++i) {
      hash = (hash ^ static_cast<unsigned char>(block[static_cast<std::size_t>(i)])) *
             0x100000001b3u;
    }
  }
  return fmt::format("{:016x}", hash);
}

/// The bad rows of a file by the number of those that are named.
std::string bad_count(const RecordedEncounters& recorded) {
  return fmt::format("{} of {} rows", recorded.bad_rows, recorded.bad_rows + recorded.rows);
}

}  // namespace

RecordedEncounters survey_recorded(const Scenario& scenario, const std::string& file,
                                   ErrorList& errors) {
  RecordedEncounters out;
  out.file = file;
  try {
    RecordedReader reader(scenario, file, [&out](const ScenarioError& error) {
      if (++out.bad_rows <= kNamedBadRows) out.first_bad.push_back(error);
    });
    out.numbered = reader.has(RecordedColumn::kReplication);
    while (const auto stop = reader.next()) {
      ++out.rows;
      // A replication of which nothing was recorded begins, and ends, where the next one begins.
      while (out.recordings.size() <= stop->recording) {
        out.recordings.push_back(reader.row_begins());
      }
      if (!stop->scanned) continue;
      ++out.scans;
      if (stop->outcome) ++out.outcomes[*stop->outcome];
      if (stop->answer) ++out.answers[*stop->answer];
    }
  } catch (const ScenarioErrors& wrong) {
    for (const ScenarioError& error : wrong.errors()) {
      errors.add({error.file, error.line, error.column},
                 {error.what, error.why, error.suggestion});
    }
    return out;
  }
  if (out.rows == 0) {
    for (const ScenarioError& error : out.first_bad) {
      errors.add({error.file, error.line, error.column},
                 {error.what, error.why, error.suggestion});
    }
    errors.add({file, 0, 0}, {"there is no row that can be used",
                              out.bad_rows == 0 ? "only a header" : bad_count(out) + " are bad",
                              ""});
  }
  out.hash = hash_of_file(file);
  return out;
}

std::string bad_rows_text(const RecordedEncounters& recorded) {
  if (recorded.bad_rows == 0) return {};
  std::string text;
  for (const ScenarioError& error : recorded.first_bad) text += to_string(error) + "\n";
  if (recorded.bad_rows > recorded.first_bad.size()) {
    text += fmt::format("and {} more\n", recorded.bad_rows - recorded.first_bad.size());
  }
  return text + fmt::format("{}: {} cannot be used and {} left out\n", recorded.file,
                            bad_count(recorded), recorded.bad_rows == 1 ? "is" : "are");
}

}  // namespace fieldtwin

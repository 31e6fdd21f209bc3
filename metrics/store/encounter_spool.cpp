#include "metrics/store/encounter_spool.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <bit>
#include <iterator>

#include "scenarios/recorded/recorded_reader.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kTable =
    "CREATE TABLE stop (id INTEGER PRIMARY KEY, time REAL NOT NULL, row TEXT NOT NULL, ended TEXT)";

const char* yes_or_no(bool value) {
  return value ? "yes" : "no";
}

std::int64_t key_of(std::uint64_t id) {
  return std::bit_cast<std::int64_t>(id);
}

/// The cells of a stop from `replication` to `bytes`. Doubles have the shortest digits that read
/// back as the same number.
std::string row_of(const RecordedStop& stop, const std::string& postal) {
  std::string row;
  const auto out = std::back_inserter(row);
  fmt::format_to(out, "{},{},{},{},{},{},{},{},{}", stop.recording, stop.time.value(), postal,
                 stop.officer, stop.number, kAreaNames[index_of(*stop.area)],
                 yes_or_no(stop.scanned), stop.length->value(), *stop.person);
  const KnownPerson& known = stop.known;
  fmt::format_to(out, ",{},{},{},{},{},{},{},{},", kEthnicityNames[index_of(*known.ethnicity)],
                 kSexNames[index_of(*known.sex)], *known.age,
                 kStatusNames[index_of(*known.status)], yes_or_no(*known.enrolled),
                 kStandingNames[index_of(*known.record)], yes_or_no(*stop.showed_id),
                 yes_or_no(*stop.showed_proof));
  if (stop.bytes) fmt::format_to(out, "{}", stop.bytes->value());
  return row;
}

}  // namespace

EncounterSpool::EncounterSpool(const std::filesystem::path& file,
                               const std::vector<std::string>& postal_codes)
    : postal_(postal_codes), database_(file, Database::Mode::kCreate), insert_([this] {
        database_.execute("PRAGMA journal_mode = OFF");
        database_.execute("PRAGMA synchronous = OFF");
        database_.execute(kTable);
        database_.execute("BEGIN");
        return database_.prepare("INSERT INTO stop VALUES (?, ?, ?, NULL)");
      }()),
      update_(database_.prepare("UPDATE stop SET ended = ? WHERE id = ?")) {}

void EncounterSpool::add(const RecordedStop& stop) {
  const std::string row = row_of(stop, postal_.at(stop.state));
  insert_.bind(1, key_of(std::uint64_t{stop.officer} << 24 | stop.number))
      .bind(2, stop.time.value())
      .bind(3, std::string_view(row))
      .run();
}

void EncounterSpool::add_end(const EncounterRecord& record) {
  const bool answered = record.app_answer != AppAnswer::kNone;
  const std::string ended = fmt::format(
      "{},{}", kRecordedOutcomes[index_of(record.outcome)],
      answered ? kRecordedAnswers[index_of(record.app_answer) - 1] : std::string_view());
  update_.bind(1, std::string_view(ended)).bind(2, key_of(record.id)).run();
}

void EncounterSpool::write(std::ostream& out) {
  Statement rows =
      database_.prepare("SELECT row, coalesce(ended, ',') FROM stop ORDER BY time, id");
  while (rows.step()) out << rows.text(0) << ',' << rows.text(1) << '\n';
}

std::string EncounterSpool::header() {
  return fmt::format("{}\n", fmt::join(kRecordedColumns, ","));
}

}  // namespace fieldtwin

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <nlohmann/json.hpp>

#include "metrics/store/digits.hpp"
#include "metrics/store/replication_rows.hpp"

namespace fieldtwin {
namespace {

constexpr std::array<std::string_view, 4> kMatchTruthNames{"not_searched", "nobody", "own",
                                                           "other"};
constexpr std::array<std::string_view, 3> kAppAnswerNames{"none", "no_action", "contact_ice"};

/// The enumerator of a name, found by going through the names of all.
template <class Enum, class NameOf>
Enum parse(const std::string& name, std::size_t values, NameOf name_of_value) {
  for (std::size_t i = 0; i < values; ++i) {
    if (name_of_value(i) == name) return static_cast<Enum>(i);
  }
  throw StoreError(fmt::format("the results file names an unknown \"{}\"", name));
}

template <class Enum, std::size_t n>
Enum parse(const std::string& name, const std::array<std::string_view, n>& names) {
  return parse<Enum>(name, n, [&](std::size_t i) { return names[i]; });
}

template <class Enum>
Enum parse(const std::string& name, std::size_t values) {
  return parse<Enum>(name, values, [](std::size_t i) { return name_of(static_cast<Enum>(i)); });
}

std::int64_t number(std::uint64_t value) {
  return std::bit_cast<std::int64_t>(value);
}

/// Waits in seconds, separated by blanks, with as many digits as give back the same bits.
std::string to_text(const std::vector<Seconds>& waits) {
  std::string text;
  for (const Seconds wait : waits) {
    if (!text.empty()) text += ' ';
    append_digits(text, wait.value());
  }
  return text;
}

std::vector<Seconds> waits_of(const std::string& text) {
  std::vector<Seconds> waits;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    double value = 0.0;
    const auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc{}) throw StoreError("the results file is damaged (call_waits)");
    waits.emplace_back(value);
    at = next + 1;
  }
  return waits;
}

/// [[time,"kind",value],...], with as many digits as give back the same bits. A row for each step
/// would take ten times as long to merge.
std::string to_text(const std::vector<Step>& steps) {
  std::string text = "[";
  for (const auto& [time, kind, value] : steps) {
    text += text.size() == 1 ? "[" : ",[";
    append_digits(text, time.value());
    text.append(",\"").append(name_of(kind)).append("\",");
    append_digits(text, value);
    text += ']';
  }
  return text += ']';
}

std::vector<Step> steps_of(const std::string& text) {
  std::vector<Step> steps;
  try {
    for (const auto& step : nlohmann::json::parse(text)) {
      steps.push_back({Seconds(step.at(0).get<double>()),
                       parse<StepKind>(step.at(1).get<std::string>(), kStepKinds),
                       step.at(2).get<double>()});
    }
  } catch (const nlohmann::json::exception& error) {
    throw StoreError(fmt::format("the results file is damaged ({})", error.what()));
  }
  return steps;
}

/// Reads a row from left to right.
class RowReader {
 public:
  explicit RowReader(const Statement& statement) : statement_(statement) {}
  std::int64_t integer() { return statement_.integer(column_++); }
  bool flag() { return integer() != 0; }
  double real() { return statement_.real(column_++); }
  Seconds seconds() { return Seconds(real()); }
  std::string text() { return statement_.text(column_++); }
  bool is_null() const { return statement_.is_null(column_); }
  std::optional<Seconds> optional_seconds() {
    if (!is_null()) return seconds();
    ++column_;
    return std::nullopt;
  }

 private:
  const Statement& statement_;
  int column_ = 0;
};

EncounterRecord read_case(const Statement& statement) {
  RowReader row(statement);
  EncounterRecord record;
  record.id = std::bit_cast<std::uint64_t>(row.integer());
  record.officer = static_cast<std::uint32_t>(row.integer());
  record.system = parse<SystemKind>(row.text(), kSystemNames);
  record.state = static_cast<std::uint16_t>(row.integer());
  record.area = parse<Area>(row.text(), kAreaNames);
  record.person = std::bit_cast<std::uint64_t>(row.integer());
  record.ethnicity = parse<Ethnicity>(row.text(), kEthnicityNames);
  record.sex = parse<Sex>(row.text(), kSexNames);
  record.age = static_cast<std::uint8_t>(row.integer());
  record.status = parse<Status>(row.text(), kStatusNames);
  record.enrolled = row.flag();
  record.stopped = row.seconds();
  record.scan_began = row.seconds();
  record.ended = row.seconds();
  record.outcome = parse<ScanOutcome>(row.text(), index_of(ScanOutcome::kDeclined) + 1);
  record.sign_in = row.optional_seconds();
  record.uplink = row.optional_seconds();
  record.match = row.optional_seconds();
  record.answer = row.optional_seconds();
  record.match_truth = parse<MatchTruth>(row.text(), kMatchTruthNames);
  record.app_answer = parse<AppAnswer>(row.text(), kAppAnswerNames);
  record.call_waits = waits_of(row.text());
  record.calls_abandoned = static_cast<std::uint32_t>(row.integer());
  record.agent_reached = row.flag();
  record.prolonged = row.flag();
  record.prolonged_by = row.seconds();
  record.photo_stored = row.flag();
  record.retention = row.seconds();
  record.steps = steps_of(row.text());
  if (!row.is_null()) {
    HoldRecord& hold = record.hold.emplace();
    hold.origin = parse<HoldOrigin>(row.text(), kHoldOrigins);
    hold.decision = parse<HoldDecision>(row.text(), index_of(HoldDecision::kOfficerUnanswered) + 1);
    hold.end = parse<HoldEnd>(row.text(), index_of(HoldEnd::kDetainerExpired) + 1);
    hold.length = row.seconds();
    hold.federal = row.flag();
  }
  return record;
}

}  // namespace

void write_case(RowSink& sink, std::uint32_t replication, const EncounterRecord& record) {
  const std::string waits = to_text(record.call_waits);
  const std::string steps = to_text(record.steps);
  const Wrongful wrongful = wrongful_kinds(record);
  TableRow row(sink, RowTable::kEncounter, replication);
  row << record.id << std::int64_t{record.officer} << kSystemNames[index_of(record.system)]
      << std::int64_t{record.state} << kAreaNames[index_of(record.area)] << record.person
      << kEthnicityNames[index_of(record.ethnicity)] << kSexNames[index_of(record.sex)]
      << std::int64_t{record.age} << kStatusNames[index_of(record.status)]
      << std::int64_t{record.enrolled} << record.stopped << record.scan_began << record.ended
      << name_of(record.outcome) << record.sign_in << record.uplink << record.match << record.answer
      << kMatchTruthNames[index_of(record.match_truth)]
      << kAppAnswerNames[index_of(record.app_answer)] << std::string_view(waits)
      << std::int64_t{record.calls_abandoned} << std::int64_t{record.agent_reached}
      << std::int64_t{record.prolonged} << record.prolonged_by;
  if (record.hold) {
    row << name_of(record.hold->origin) << name_of(record.hold->decision)
        << name_of(record.hold->end) << record.hold->length << std::int64_t{record.hold->federal};
  } else {
    row.null().null().null().null().null();
  }
  row << std::int64_t{wrongful.us_citizen} << std::int64_t{wrongful.lawful_status}
      << std::int64_t{wrongful.false_match} << std::int64_t{wrongful.stale_record}
      << std::int64_t{record.photo_stored} << record.retention << std::string_view(steps);
  row.add();
}

std::vector<EncounterRecord> read_cases(Database& database, std::uint32_t replication,
                                        std::optional<std::uint64_t> only) {
  Statement encounter = database.prepare(
      "SELECT id, officer, system, state, area, person, ethnicity, sex, age, status, enrolled, stopped_s, "
      "scan_began_s, ended_s, outcome, sign_in_s, uplink_s, match_s, answer_s, match_truth, "
      "app_answer, call_waits, calls_abandoned, agent_reached, prolonged, prolonged_by_s, "
      "photo_stored, retention_s, steps, hold_origin, hold_decision, hold_end, hold_length_s, "
      "hold_federal FROM encounter WHERE replication = ?1 AND id = coalesce(?2, id) ORDER BY id");
  std::vector<EncounterRecord> cases;
  encounter.bind(1, std::int64_t{replication});
  if (only) encounter.bind(2, number(*only));
  while (encounter.step()) cases.push_back(read_case(encounter));
  return cases;
}

}  // namespace fieldtwin

#include "scenarios/recorded/recorded_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <set>

#include "scenarios/reader/date.hpp"
#include "scenarios/reader/suggest.hpp"

namespace fieldtwin {
namespace {

/// Midnight Eastern time of a date, in seconds since 1970: UTC-4 while daylight saving is on, which
/// begins and ends after midnight of its first and last day.
double eastern_midnight(Date date) {
  using namespace std::chrono;
  const Date begins(sys_days(date.year() / March / Sunday[2]));
  const Date ends(sys_days(date.year() / November / Sunday[1]));
  const bool saves = date > begins && date <= ends;
  return static_cast<double>(sys_days(date).time_since_epoch().count()) * kDay.value() +
         (saves ? 4.0 : 5.0) * 3600.0;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

template <class Number>
bool parse_all(std::string_view text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

/// "+05:30" or "-05:00" in seconds, or 0 for "Z".
std::optional<double> parse_zone(std::string_view text) {
  if (text == "Z") return 0.0;
  int hours = 0, minutes = 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' ||
      !parse_all(text.substr(1, 2), hours) || !parse_all(text.substr(4, 2), minutes)) {
    return std::nullopt;
  }
  return (text[0] == '-' ? -1.0 : 1.0) * (3600.0 * hours + 60.0 * minutes);
}

/// "2025-11-03T14:03:27.25Z" in seconds since 1970.
std::optional<double> parse_moment(std::string_view text) {
  constexpr std::size_t kTimeAt = 11, kSecondsAt = 17, kShortest = 20;
  if (text.size() < kShortest || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' ||
      text[16] != ':') {
    return std::nullopt;
  }
  const auto date = parse_date(std::string(text.substr(0, 10)));
  const auto zone_at = text.find_first_of("Z+-", kSecondsAt);
  if (!date || zone_at == std::string_view::npos) return std::nullopt;
  const auto zone = parse_zone(text.substr(zone_at));
  int hours = 0, minutes = 0;
  double seconds = 0.0;
  if (!zone || !parse_all(text.substr(kTimeAt, 2), hours) || !parse_all(text.substr(14, 2), minutes) ||
      !parse_all(text.substr(kSecondsAt, zone_at - kSecondsAt), seconds) || hours > 23 ||
      minutes > 59 || !(seconds < 61.0)) {
    return std::nullopt;
  }
  const auto days = std::chrono::sys_days(*date).time_since_epoch().count();
  return static_cast<double>(days) * kDay.value() + 3600.0 * hours + 60.0 * minutes + seconds - *zone;
}

std::string_view name_of(RecordedColumn column) {
  return kRecordedColumns[index_of(column)];
}

}  // namespace

RecordedReader::RecordedReader(const Scenario& scenario, const std::string& file, BadRow bad_row)
    : file_(file),
      bad_row_(std::move(bad_row)),
      period_(kDay * scenario.period.days.mean().value()),
      start_utc_(eastern_midnight(scenario.period.start)),
      stream_(file, std::ios::binary) {
  for (const StateRow& state : scenario.tables.states) {
    states_.emplace(state.postal, static_cast<std::uint16_t>(states_.size()));
    postal_.push_back(state.postal);
    people_ += static_cast<std::uint64_t>(std::llround(state.population));
  }
  read_header();
}

void RecordedReader::seek(std::uint64_t byte, std::uint32_t recording) {
  stream_.clear();
  stream_.seekg(static_cast<std::streamoff>(byte));
  next_byte_ = byte;
  recording_ = recording;
  last_ = Seconds(0.0);
  officers_.clear();
}

/// Splits the next line that is no comment into cells. False at the end; a line whose quotes do not
/// match has no cells.
bool RecordedReader::read_line() {
  do {
    row_begins_ = next_byte_;
    if (!std::getline(stream_, line_)) return false;
    next_byte_ += line_.size() + 1;
    ++line_number_;
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  } while (line_.empty() || line_.front() == '#');
  used_cells_ = 0;
  for (std::size_t at = 0;; ++at) {
    if (used_cells_ == cells_.size()) cells_.emplace_back();
    Cell& cell = cells_[used_cells_++];
    cell.column = static_cast<int>(at) + 1;
    cell.text.clear();
    if (at < line_.size() && line_[at] == '"') {
      for (++at; at < line_.size(); ++at) {
        if (line_[at] == '"' && (at + 1 >= line_.size() || line_[at + 1] != '"')) break;
        if (line_[at] == '"') ++at;
        cell.text += line_[at];
      }
      const bool closed = at < line_.size();
      if (!closed || (at + 1 < line_.size() && line_[at + 1] != ',')) used_cells_ = 0;
      if (!closed || ++at >= line_.size() || used_cells_ == 0) return true;
      continue;
    }
    const auto end = std::min(line_.find(',', at), line_.size());
    cell.text.assign(trimmed(std::string_view(line_).substr(at, end - at)));
    at = end;
    if (at >= line_.size()) return true;
  }
}

void RecordedReader::read_header() {
  ErrorList errors;
  const std::vector<std::string> known(kRecordedColumns.begin(), kRecordedColumns.end());
  if (!stream_) {
    errors.add({file_, 0, 0}, {"the file cannot be read", "", ""});
  } else if (!read_line()) {
    errors.add({file_, 0, 0}, {"the file is empty", "it has no line that names the columns", ""});
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < used_cells_; ++i) {
    const Cell& cell = cells_[i];
    const auto found = std::find(known.begin(), known.end(), cell.text);
    const Place place{file_, line_number_, cell.column};
    if (found == known.end()) {
      errors.add(place, {"there is no column '" + cell.text + "' of recorded encounters",
                         "docs/replay.md lists them", did_you_mean(cell.text, known)});
    } else if (!seen.insert(cell.text).second) {
      errors.add(place, {"the column '" + cell.text + "' stands here for the second time", "", ""});
    }
    header_.push_back(static_cast<RecordedColumn>(found - known.begin()));
  }
  for (const auto* needed : {"time", "state", "officer"}) {
    if (errors.empty() && !seen.contains(needed)) {
      errors.add({file_, line_number_, 0},
                 {fmt::format("there is no column '{}'", needed),
                  "the first line that is no comment names the columns; time, state and officer "
                  "must be among them",
                  ""});
    }
  }
  errors.raise_if_any();
}

std::optional<RecordedStop> RecordedReader::next() {
  while (read_line()) {
    RecordedStop stop;
    if (parse(stop) && fits(stop)) return stop;
  }
  return std::nullopt;
}

bool RecordedReader::parse(RecordedStop& stop) {
  if (used_cells_ != header_.size()) {
    return refuse(nullptr, used_cells_ == 0
                               ? Complaint{"the quotes on this line do not match", "", ""}
                               : Complaint{fmt::format("the row has {} cells", used_cells_),
                                           fmt::format("the header has {}", header_.size()), ""});
  }
  stop.recording = recording_;
  number_.reset();
  for (std::size_t i = 0; i < used_cells_; ++i) {
    if (!parse_cell(header_[i], cells_[i], stop)) return false;
  }
  return true;
}

bool RecordedReader::parse_cell(RecordedColumn column, const Cell& cell, RecordedStop& stop) {
  using enum RecordedColumn;
  if (cell.text.empty()) {
    if (column != kTime && column != kState && column != kOfficer) return true;
    return refuse(&cell, {fmt::format("the {} is missing", name_of(column)), "", ""});
  }
  std::uint64_t whole = 0;
  std::size_t choice = 0;
  double amount = 0.0;
  switch (column) {
    case kReplication:
      if (!parse_whole(cell, kMostRecordings, whole)) return false;
      stop.recording = static_cast<std::uint32_t>(whole);
      return true;
    case kTime:
      return parse_time(cell, stop);
    case kState: {
      const auto found = states_.find(cell.text);
      if (found == states_.end()) {
        return refuse(&cell, {fmt::format("there is no state '{}'", cell.text),
                              "states are named by their two-letter postal codes", ""});
      }
      stop.state = found->second;
      return true;
    }
    case kOfficer:
      if (!parse_whole(cell, kMostOfficers, whole)) return false;
      stop.officer = static_cast<std::uint32_t>(whole);
      return true;
    case kStop:
      if (!parse_whole(cell, kMostStops, whole)) return false;
      number_ = static_cast<std::uint32_t>(whole);
      return true;
    case kArea:
      if (!parse_choice(cell, kAreaNames, choice)) return false;
      stop.area = static_cast<Area>(choice);
      return true;
    case kScanned: {
      std::optional<bool> scanned;
      if (!parse_flag(cell, scanned)) return false;
      stop.scanned = *scanned;
      return true;
    }
    case kStopLength:
      if (!parse_amount(cell, amount)) return false;
      stop.length = Seconds(amount);
      return true;
    case kPerson:
      if (!parse_whole(cell, people_, whole)) return false;
      stop.person = whole;
      return true;
    case kEthnicity:
      if (!parse_choice(cell, kEthnicityNames, choice)) return false;
      stop.known.ethnicity = static_cast<Ethnicity>(choice);
      return true;
    case kSex:
      if (!parse_choice(cell, kSexNames, choice)) return false;
      stop.known.sex = static_cast<Sex>(choice);
      return true;
    case kAge: {
      constexpr std::uint64_t kOldest = 130;
      if (!parse_whole(cell, kOldest, whole)) return false;
      stop.known.age = static_cast<std::uint8_t>(whole);
      return true;
    }
    case kStatus:
      if (!parse_choice(cell, kStatusNames, choice)) return false;
      stop.known.status = static_cast<Status>(choice);
      return true;
    case kEnrolled:
      return parse_flag(cell, stop.known.enrolled);
    case kRecord:
      if (!parse_choice(cell, kStandingNames, choice)) return false;
      stop.known.record = static_cast<Standing>(choice);
      return true;
    case kShowedId:
      return parse_flag(cell, stop.showed_id);
    case kShowedProof:
      return parse_flag(cell, stop.showed_proof);
    case kBytes:
      if (!parse_amount(cell, amount)) return false;
      if (amount < 1.0) return refuse(&cell, {"a photo has a byte at least", "", ""});
      stop.bytes = Bytes(amount);
      return true;
    case kOutcome:
      if (!parse_choice(cell, kRecordedOutcomes, choice)) return false;
      stop.outcome = choice;
      return true;
    case kAnswer:
      if (!parse_choice(cell, kRecordedAnswers, choice)) return false;
      stop.answer = choice;
      return true;
  }
  return false;
}

bool RecordedReader::parse_time(const Cell& cell, RecordedStop& stop) {
  double seconds = 0.0;
  if (!parse_all(cell.text, seconds) || !std::isfinite(seconds)) {
    const auto moment = parse_moment(cell.text);
    if (!moment) {
      return refuse(&cell, {fmt::format("'{}' is not a time", cell.text),
                            "a time is a number of seconds from the start of the period, or a date "
                            "and time with its zone",
                            "For example 30615.5, or 2025-11-03T08:30:15.5-05:00."});
    }
    seconds = *moment - start_utc_;
  }
  stop.time = Seconds(seconds);
  return true;
}

bool RecordedReader::parse_whole(const Cell& cell, std::uint64_t below, std::uint64_t& value) {
  if (parse_all(cell.text, value) && value < below) return true;
  return refuse(&cell, {fmt::format("'{}' is not a whole number from 0 to {}", cell.text, below - 1),
                        "", ""});
}

bool RecordedReader::parse_amount(const Cell& cell, double& value) {
  if (parse_all(cell.text, value) && value >= 0.0 && std::isfinite(value)) return true;
  return refuse(&cell, {fmt::format("'{}' is not a number from 0", cell.text), "", ""});
}

template <std::size_t n>
bool RecordedReader::parse_choice(const Cell& cell, const std::array<std::string_view, n>& words,
                                  std::size_t& value) {
  const auto found = std::find(words.begin(), words.end(), cell.text);
  value = static_cast<std::size_t>(found - words.begin());
  if (found != words.end()) return true;
  return refuse(&cell, {fmt::format("'{}' is not known here", cell.text), "",
                        did_you_mean(cell.text, {words.begin(), words.end()})});
}

bool RecordedReader::parse_flag(const Cell& cell, std::optional<bool>& value) {
  if (cell.text != "yes" && cell.text != "no") {
    return refuse(&cell, {fmt::format("'{}' is neither 'yes' nor 'no'", cell.text), "", ""});
  }
  value = cell.text == "yes";
  return true;
}

/// Whether the row fits the period and the rows before it. If so, it is one of those from now on.
bool RecordedReader::fits(RecordedStop& stop) {
  const Cell* time = cell_of(RecordedColumn::kTime);
  if (stop.time < Seconds(0.0) || stop.time >= period_) {
    const double days = std::floor(stop.time / kDay) + 1.0;
    return refuse(time, {fmt::format("{} is not in the simulated period", time->text),
                         fmt::format("which lasts {:g} day{} from midnight Eastern time",
                                     period_ / kDay, period_ == kDay ? "" : "s"),
                         days >= 1.0 ? fmt::format("Use --set period.days={:.0f}, or another "
                                                   "period.start?",
                                                   days)
                                     : "Use an earlier period.start?"});
  }
  if (stop.recording < recording_) {
    return refuse(cell_of(RecordedColumn::kReplication),
                  {fmt::format("replication {} comes after {}", stop.recording, recording_),
                   "the file is read in one go", "Sort the rows by replication and time."});
  }
  if (stop.recording > recording_) {
    recording_ = stop.recording;
    last_ = Seconds(0.0);
    officers_.clear();
  }
  if (stop.time < last_) {
    return refuse(time, {fmt::format("{} is earlier than the row before", time->text),
                         "the file is read in one go", "Sort the rows by time."});
  }
  const auto known = officers_.find(stop.officer);
  const std::uint32_t first_free = known == officers_.end() ? 0 : known->second.stops;
  stop.number = number_.value_or(first_free);
  if (stop.number < first_free) {
    return refuse(cell_of(RecordedColumn::kStop),
                  {fmt::format("officer {} has had stop {} already", stop.officer, stop.number),
                   "the stops of an officer are numbered in the order of time", ""});
  }
  if (stop.number >= kMostStops) {
    return refuse(nullptr, {"no officer can have so many stops", "", ""});
  }
  if (known != officers_.end() && known->second.state != stop.state) {
    return refuse(cell_of(RecordedColumn::kState),
                  {fmt::format("officer {} is in {}", stop.officer, postal_[known->second.state]),
                   "an officer works in one state", "Is this another officer?"});
  }
  if (known != officers_.end() && stop.area && known->second.area != stop.area) {
    return refuse(cell_of(RecordedColumn::kArea),
                  {fmt::format("the officer's rows before this have another area"),
                   "an officer's device sends from one area", ""});
  }
  last_ = stop.time;
  officers_[stop.officer] = {stop.number + 1, stop.state,
                             known == officers_.end() ? stop.area : known->second.area};
  return true;
}

bool RecordedReader::has(RecordedColumn column) const {
  return std::find(header_.begin(), header_.end(), column) != header_.end();
}

const RecordedReader::Cell* RecordedReader::cell_of(RecordedColumn column) const {
  const auto found = std::find(header_.begin(), header_.end(), column);
  return found == header_.end() ? nullptr : &cells_[static_cast<std::size_t>(found - header_.begin())];
}

bool RecordedReader::refuse(const Cell* cell, Complaint complaint) {
  bad_row_({file_, line_number_, cell == nullptr ? 0 : cell->column, std::move(complaint.what),
            std::move(complaint.why), std::move(complaint.suggestion)});
  return false;
}

}  // namespace fieldtwin

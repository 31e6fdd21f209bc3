#include "metrics/store/identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

#include "metrics/amounts.hpp"
#include "metrics/store/schema.hpp"
#include "sim/text_hash.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

using Rows = std::map<std::string, std::string, std::less<>>;

/// Sums are stored by the numbers of the amounts, which every program must take for the same ones.
const std::string& hash_of_amounts() {
  static const std::string hash = [] {
    TextHash names;
    for (std::size_t i = 0; i < kAmounts; ++i) names.add(name_of(static_cast<Amount>(i)));
    return names.hex();
  }();
  return hash;
}

Rows to_rows(const StudyIdentity& identity) {
  return {{"schema_version", std::to_string(kSchemaVersion)},
          {"amounts", hash_of_amounts()},
          {"fieldtwin", identity.version},
          {"scenario", identity.scenario},
          {"scenario_hash", identity.scenario_hash},
          {"seed", std::to_string(identity.seed)},
          {"start", identity.start},
          {"days", std::to_string(identity.days)},
          {"record", identity.record}};
}

const std::string& value_of(const Rows& rows, std::string_view key, const fs::path& path) {
  const auto row = rows.find(key);
  if (row == rows.end()) {
    throw StoreError(fmt::format(
        "{} is not a results file of fieldtwin (it does not say its {}). Use another directory.",
        path.string(), key));
  }
  return row->second;
}

std::uint64_t number_of(const std::string& text, const fs::path& path) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || at != end) {
    throw StoreError(fmt::format("{} is damaged (\"{}\" is no number). Use another directory.",
                                 path.string(), text));
  }
  return number;
}

/// All but the states.
StudyIdentity to_identity(const Rows& rows, const fs::path& path) {
  const auto value = [&](std::string_view key) { return value_of(rows, key, path); };
  if (value("schema_version") != std::to_string(kSchemaVersion)) {
    throw ForeignFile(fmt::format(
        "{} was written by fieldtwin {}, whose tables have version {} (this program reads version "
        "{}). Use that version of the program, or another output directory.",
        path.string(), value("fieldtwin"), value("schema_version"), kSchemaVersion));
  }
  if (value("amounts") != hash_of_amounts()) {
    throw ForeignFile(fmt::format(
        "{} was written by another build of fieldtwin {}, which adds up other amounts than this "
        "one. Use that build, or another output directory.",
        path.string(), value("fieldtwin")));
  }
  return {.version = value("fieldtwin"),
          .scenario = value("scenario"),
          .scenario_hash = value("scenario_hash"),
          .seed = number_of(value("seed"), path),
          .start = value("start"),
          .days = number_of(value("days"), path),
          .record = value("record"),
          .states = {}};
}

}  // namespace

void create_tables(Database& database, const StudyIdentity& identity) {
  database.execute(std::string(kTables));
  database.execute(std::string(kViews));
  Statement meta = database.prepare("INSERT INTO meta VALUES (?, ?)");
  for (const auto& [key, value] : to_rows(identity)) {
    meta.bind(1, std::string_view(key)).bind(2, std::string_view(value)).run();
  }
  Statement amount = database.prepare("INSERT INTO amount VALUES (?, ?)");
  for (std::size_t i = 0; i < kAmounts; ++i) {
    amount.bind(1, static_cast<std::int64_t>(i)).bind(2, name_of(static_cast<Amount>(i))).run();
  }
  Statement state = database.prepare("INSERT INTO state VALUES (?, ?)");
  for (std::size_t i = 0; i < identity.states.size(); ++i) {
    state.bind(1, static_cast<std::int64_t>(i)).bind(2, std::string_view(identity.states[i])).run();
  }
}

bool is_blank(Database& database) {
  Statement tables = database.prepare("SELECT count(*) FROM sqlite_master");
  tables.step();
  return tables.integer(0) == 0;
}

StudyIdentity read_identity(Database& database) {
  const fs::path& path = database.path();
  Statement known = database.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'meta'");
  known.step();
  Rows rows;
  if (known.integer(0) == 1) {
    Statement meta = database.prepare("SELECT key, value FROM meta");
    while (meta.step()) rows[meta.text(0)] = meta.text(1);
  }
  StudyIdentity identity = to_identity(rows, path);
  Statement state = database.prepare("SELECT postal FROM state ORDER BY state");
  while (state.step()) identity.states.push_back(state.text(0));
  return identity;
}

std::string identity_lines(const StudyIdentity& identity) {
  std::string lines;
  for (const auto& [key, value] : to_rows(identity)) lines += fmt::format("{}={}\n", key, value);
  return lines + fmt::format("states={}\n", fmt::join(identity.states, " "));
}

StudyIdentity identity_from_lines(std::string_view lines, const fs::path& path) {
  Rows rows;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t equals = std::min(line.size(), line.find('='));
    rows[std::string(line.substr(0, equals))] = line.substr(std::min(line.size(), equals + 1));
  }
  StudyIdentity identity = to_identity(rows, path);
  std::istringstream states(value_of(rows, "states", path));
  for (std::string state; states >> state;) identity.states.push_back(state);
  return identity;
}

void require_same_study(const std::filesystem::path& path, const StudyIdentity& found,
                        const StudyIdentity& wanted) {
  const Rows there = to_rows(found);
  for (const auto& [key, value] : to_rows(wanted)) {
    const std::string& other = there.at(key);
    if (other == value) continue;
    throw StoreError(fmt::format(
        "{} holds another study (its {} is {}, this study's is {}). Use another output directory, "
        "or remove the old one.",
        path.string(), key == "fieldtwin" ? "program version" : key, other, value));
  }
  if (found.states != wanted.states) {
    throw StoreError(fmt::format(
        "{} holds another study (its table of states is another). Use another output directory, "
        "or remove the old one.",
        path.string()));
  }
}

}  // namespace fieldtwin

#include "sim/study/export_csv.hpp"

#include <fmt/format.h>

#include <fstream>
#include <string>

#include "metrics/store/result_store.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> strings(Database& database, const std::string& sql) {
  Statement query = database.prepare(sql);
  std::vector<std::string> rows;
  while (query.step()) rows.push_back(query.text(0));
  return rows;
}

/// A cell, in quotes if it needs them.
std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + "\"";
}

/// SQLite turns doubles into text of 15 digits, which are too few to read them back.
std::string select_all(const std::string& table, const std::vector<std::string>& columns) {
  std::string list;
  for (const auto& column : columns) {
    list += fmt::format(
        "{0}CASE typeof(\"{1}\") WHEN 'real' THEN printf('%!.17g', \"{1}\") "
        "ELSE \"{1}\" END",
        list.empty() ? "" : ", ", column);
  }
  return fmt::format("SELECT {} FROM \"{}\"", list, table);
}

void write_table(Database& database, const std::string& table, std::ostream& out) {
  const auto columns =
      strings(database, fmt::format("SELECT name FROM pragma_table_info('{}')", table));
  for (std::size_t i = 0; i < columns.size(); ++i) out << (i == 0 ? "" : ",") << cell(columns[i]);
  out << "\r\n";
  Statement rows = database.prepare(select_all(table, columns));
  while (rows.step()) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out << (i == 0 ? "" : ",") << cell(rows.text(static_cast<int>(i)));
    }
    out << "\r\n";
  }
}

fs::path export_table(Database& database, const std::string& table, const fs::path& folder) {
  const fs::path file = folder / (table + ".csv");
  const fs::path part = file.string() + ".part";
  std::ofstream out(part, std::ios::binary);
  write_table(database, table, out);
  out.close();
  if (!out) {
    std::error_code ignored;
    fs::remove(part, ignored);
    throw DiskError(fmt::format("cannot write {}: is the disk full?", file.string()));
  }
  fs::rename(part, file);
  return file;
}

ResultStore open_results(const fs::path& results) {
  try {
    return ResultStore::open(results);
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

}  // namespace

std::vector<fs::path> export_csv(const fs::path& results, const fs::path& folder) {
  ResultStore store = open_results(results);
  try {
    fs::create_directories(folder);
    std::vector<fs::path> files;
    for (const auto& table :
         strings(store.database(),
                 "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")) {
      files.push_back(export_table(store.database(), table, folder));
    }
    return files;
  } catch (const fs::filesystem_error& error) {
    throw DiskError(error.what());
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
}

}  // namespace fieldtwin

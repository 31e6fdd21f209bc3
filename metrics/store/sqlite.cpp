#include "metrics/store/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>

namespace fieldtwin {
namespace {

std::string advice(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "Make room on the disk and run the same command again.";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return "Check that the directory exists and may be written to.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "Another process is using the file; wait until it has finished.";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return "This is not a whole results file; use another output directory.";
    default:
      return "Check the disk, then run the same command again.";
  }
}

[[noreturn]] void fail(sqlite3* database, std::string_view what) {
  const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(database);
  std::string reason = database == nullptr ? "no memory" : sqlite3_errmsg(database);
  const int system_code = database == nullptr ? 0 : sqlite3_system_errno(database);
  const int kind = code & 0xff;
  const bool from_system = kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN || kind == SQLITE_FULL;
  if (system_code != 0 && from_system) reason += fmt::format(": {}", std::strerror(system_code));
  throw StoreError(fmt::format("{} ({}). {}", what, reason, advice(code)));
}

std::string file_of(sqlite3* database) {
  const char* name = sqlite3_db_filename(database, "main");
  return name == nullptr ? "results" : name;
}

void check(sqlite3_stmt* statement, int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  sqlite3* database = sqlite3_db_handle(statement);
  fail(database, fmt::format("cannot use {}", file_of(database)));
}

}  // namespace

void Statement::Finalise::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) fail(database, fmt::format("cannot use {}", file_of(database)));
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  check(statement_.get(), sqlite3_bind_int64(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  check(statement_.get(), sqlite3_bind_double(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
  const char* text = value.data() == nullptr ? "" : value.data();
  check(statement_.get(), sqlite3_bind_text(statement_.get(), parameter, text,
                                            static_cast<int>(value.size()), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  check(statement_.get(), sqlite3_bind_null(statement_.get(), parameter));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  check(statement_.get(), code);
  return code == SQLITE_ROW;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const auto* text = sqlite3_column_text(statement_.get(), column);
  if (text == nullptr) return {};
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return {reinterpret_cast<const char*>(text), size};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Database::Database(const std::filesystem::path& path, Mode mode) : path_(path) {
  // A database belongs to one thread: SQLite need not lock a mutex in each of its calls.
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                    (mode == Mode::kCreate ? SQLITE_OPEN_CREATE : 0);
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  database_.reset(database);
  if (code != SQLITE_OK) fail(database, fmt::format("cannot open {}", path.string()));
  constexpr int kPatienceMs = 10'000;
  sqlite3_busy_timeout(database, kPatienceMs);
}

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(database_.get(), fmt::format("cannot use {}", path_.string()));
  }
}

Statement Database::prepare(std::string_view sql) {
  return {database_.get(), sql};
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // After an error SQLite may have rolled back on its own; a failure here changes nothing, because
  // an unfinished transaction is undone when the file is opened again.
  if (sqlite3_get_autocommit(database_.database_.get()) == 0) {
    sqlite3_exec(database_.database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
}

}  // namespace fieldtwin

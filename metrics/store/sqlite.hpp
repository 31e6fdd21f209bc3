#pragma once
/// SQLite as objects that clean up after themselves.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace fieldtwin {

/// A results file cannot be used: what, why, and what to do about it, in one message.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A prepared statement. Parameters and columns are counted from 1 and from 0, as in SQLite.
class Statement {
 public:
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, std::string_view value);  //!< must live until run() or reset()
  Statement& bind_null(int parameter);

  bool step();  //!< whether there is a row
  void run();   //!< to the end, and ready for the next time
  void reset();

  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;
  bool is_null(int column) const;

 private:
  friend class Database;
  Statement(sqlite3* database, std::string_view sql);

  struct Finalise {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

/// An open database. Every failure is a StoreError that names the file and the reason, with the
/// operating system's where there is one.
class Database {
 public:
  enum class Mode {
    kOpen,    //!< what is there; to read only, if the file is write-protected
    kCreate,  //!< and made if it is not there
  };
  Database(const std::filesystem::path& path, Mode mode);

  void execute(const std::string& sql);
  Statement prepare(std::string_view sql);
  const std::filesystem::path& path() const { return path_; }

 private:
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// All or nothing: what was not committed is undone.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
};

}  // namespace fieldtwin

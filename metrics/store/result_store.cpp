#include "metrics/store/result_store.hpp"

#include <fmt/format.h>

#include "metrics/store/identity.hpp"
#include "metrics/store/replication_rows.hpp"
#include "metrics/store/row_log.hpp"

namespace fieldtwin {
namespace {

void require_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) return;
  throw StoreError(fmt::format(
      "there is no {} (has the study been run?). Run it first: fieldtwin run.", path.string()));
}

/// Puts the rows of a replication into a shard: as logs, but for its first one.
class ShardRows final : public RowSink {
 public:
  ShardRows(Database& database, std::uint32_t replication)
      : database_(database), replication_(replication) {}

  void add(RowTable table, std::span<const Cell> cells) override {
    if (table == RowTable::kReplication) {
      RowInserter(database_, inserts_).add(table, cells);
      return;
    }
    log_.add(table, cells);
    constexpr std::size_t kPiece = 1 << 18;  // so that a long period needs no more memory
    if (log_.bytes().size() >= kPiece) finish();
  }

  /// Writes what is still held.
  void finish() {
    if (log_.bytes().empty()) return;
    database_.prepare("INSERT INTO log VALUES (?, ?, ?)")
        .bind(1, std::int64_t{replication_})
        .bind(2, std::int64_t{piece_++})
        .bind_blob(3, log_.bytes())
        .run();
    log_.clear();
  }

 private:
  Database& database_;
  std::uint32_t replication_;
  RowInserts inserts_;
  RowLog log_;
  std::int64_t piece_ = 0;
};

/// A replication of a shard, as far as it is known without its logs.
struct ShardHead {
  std::uint32_t replication;
  std::string fingerprint;
  double scans;
};

std::vector<ShardHead> heads_of(Database& shard) {
  Statement query =
      shard.prepare("SELECT replication, fingerprint, scans FROM replication ORDER BY replication");
  std::vector<ShardHead> heads;
  while (query.step()) {
    heads.push_back({static_cast<std::uint32_t>(query.integer(0)), query.text(1), query.real(2)});
  }
  return heads;
}

/// All rows of a replication of a shard.
void copy_rows(Database& shard, const ShardHead& head, RowSink& sink) {
  (TableRow(sink, RowTable::kReplication, head.replication)
   << std::string_view(head.fingerprint) << head.scans)
      .add();
  Statement pieces = shard.prepare("SELECT rows FROM log WHERE replication = ? ORDER BY piece");
  pieces.bind(1, std::int64_t{head.replication});
  while (pieces.step()) play_rows(pieces.blob(0), sink);
}

}  // namespace

ResultStore ResultStore::open_or_create(const std::filesystem::path& path,
                                        const StudyIdentity& identity, StoreRole role) {
  Database database(path, Database::Mode::kCreate);
  database.execute("PRAGMA page_size = 16384");  // a quarter of the calls of the system
  if (role == StoreRole::kShard) {
    database.execute("PRAGMA journal_mode = OFF");
    database.execute("PRAGMA synchronous = OFF");
    database.execute("PRAGMA locking_mode = EXCLUSIVE");
  } else {
    // The journal is emptied, not removed, after each transaction. It makes a killed process
    // harmless; waiting for the disk (synchronous) matters only if the machine loses power.
    database.execute("PRAGMA journal_mode = TRUNCATE");
    database.execute("PRAGMA synchronous = NORMAL");
  }
  database.execute("PRAGMA cache_size = -16000");
  if (is_blank(database)) {
    Transaction transaction(database);
    if (is_blank(database)) create_tables(database, identity, role);
    transaction.commit();
  }
  require_same_study(path, read_identity(database), identity);
  return {std::move(database), identity, role};
}

ResultStore ResultStore::open(const std::filesystem::path& path) {
  require_file(path);
  // Where writing is allowed, SQLite undoes what a killed process left half done.
  Database database(path, Database::Mode::kOpen);
  StudyIdentity identity = read_identity(database);
  return {std::move(database), std::move(identity), StoreRole::kStudy};
}

bool ResultStore::has(std::uint32_t replication) {
  Statement query = database_.prepare("SELECT 1 FROM replication WHERE replication = ?");
  return query.bind(1, std::int64_t{replication}).step();
}

std::vector<std::uint32_t> ResultStore::finished() {
  Statement query = database_.prepare("SELECT replication FROM replication ORDER BY replication");
  std::vector<std::uint32_t> result;
  while (query.step()) result.push_back(static_cast<std::uint32_t>(query.integer(0)));
  return result;
}

void ResultStore::add(const ReplicationResult& result) {
  add(result.replication,
      [&result](const CaseSink&) -> const ReplicationResult& { return result; });
}

void ResultStore::add(std::uint32_t replication,
                      const std::function<ReplicationResult(const CaseSink&)>& simulate) {
  require_lacking(replication);
  const auto write_into = [&](RowSink& sink) {
    CaseWriter cases(sink, replication);
    write_replication(sink, simulate([&](const EncounterRecord& record) { cases.write(record); }));
  };
  Transaction transaction(database_);
  if (role_ == StoreRole::kShard) {
    ShardRows rows(database_, replication);
    write_into(rows);
    rows.finish();
  } else {
    RowInserter rows(database_, inserts_);
    write_into(rows);
  }
  transaction.commit();
}

void ResultStore::require_lacking(std::uint32_t replication) {
  if (!has(replication)) return;
  throw StoreError(fmt::format("replication {} is in {} already (it was run twice). Skip it.",
                               replication, database_.path().string()));
}

void ResultStore::merge_from(std::span<const std::filesystem::path> shards) {
  Transaction transaction(database_);
  RowInserter rows(database_, inserts_);
  for (const std::filesystem::path& shard : shards) merge_one(shard, rows);
  transaction.commit();
}

void ResultStore::merge_one(const std::filesystem::path& path, RowSink& rows) {
  ResultStore shard = open(path);
  require_same_study(path, shard.identity(), identity_);
  for (const ShardHead& head : heads_of(shard.database())) {
    if (!has(head.replication)) {
      copy_rows(shard.database(), head, rows);
    } else if (fingerprint(head.replication).hex() != head.fingerprint) {
      throw StoreError(fmt::format(
          "{} and {} disagree on replication {} (the same study gives the same events every time, "
          "so one of them is damaged or comes from another build). Remove the wrong one.",
          database_.path().string(), path.string(), head.replication));
    }
  }
}

ReplicationResult ResultStore::load(std::uint32_t replication) {
  if (!has(replication)) {
    throw StoreError(fmt::format("{} has no replication {} (it has not finished). Run it first.",
                                 database_.path().string(), replication));
  }
  return read_replication(database_, replication);
}

std::optional<EncounterRecord> ResultStore::load_encounter(std::uint32_t replication,
                                                           std::uint64_t id) {
  auto found = read_cases(database_, replication, id);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

Fingerprint ResultStore::fingerprint(std::uint32_t replication) {
  Statement query = database_.prepare("SELECT fingerprint FROM replication WHERE replication = ?");
  if (!query.bind(1, std::int64_t{replication}).step()) {
    throw StoreError(fmt::format("{} has no replication {} (it has not finished). Run it first.",
                                 database_.path().string(), replication));
  }
  return Fingerprint::from_hex(query.text(0));
}

}  // namespace fieldtwin

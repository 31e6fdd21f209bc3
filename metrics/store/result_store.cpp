#include "metrics/store/result_store.hpp"

#include <fmt/format.h>

#include "metrics/store/identity.hpp"
#include "metrics/store/replication_rows.hpp"
#include "metrics/store/shard_file.hpp"

namespace fieldtwin {
namespace {

void require_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) return;
  throw StoreError(fmt::format(
      "there is no {} (has the study been run?). Run it first: fieldtwin run.", path.string()));
}

}  // namespace

ResultStore ResultStore::open_or_create(const std::filesystem::path& path,
                                        const StudyIdentity& identity) {
  Database database(path, Database::Mode::kCreate);
  database.execute("PRAGMA page_size = 16384");  // a quarter of the calls of the system
  // The journal is emptied, not removed, after each transaction. It makes a killed process
  // harmless; waiting for the disk (synchronous) matters only if the machine loses power.
  database.execute("PRAGMA journal_mode = TRUNCATE");
  database.execute("PRAGMA synchronous = NORMAL");
  // Rows come in the order of the keys, and a process that is forked off gets a copy of the tables
  // of all pages that this one holds: a large cache would serve nobody, and cost every replication.
  database.execute("PRAGMA cache_size = -4000");
  if (is_blank(database)) {
    Transaction transaction(database);
    if (is_blank(database)) create_tables(database, identity);
    transaction.commit();
  }
  require_same_study(path, read_identity(database), identity);
  return {std::move(database), identity};
}

ResultStore ResultStore::open(const std::filesystem::path& path) {
  require_file(path);
  // Where writing is allowed, SQLite undoes what a killed process left half done.
  Database database(path, Database::Mode::kOpen);
  StudyIdentity identity = read_identity(database);
  return {std::move(database), std::move(identity)};
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
  if (has(result.replication)) {
    throw StoreError(fmt::format("replication {} is in {} already (it was run twice). Skip it.",
                                 result.replication, database_.path().string()));
  }
  Transaction transaction(database_);
  RowInserter rows(database_, inserts_);
  write_replication(rows, result);
  transaction.commit();
}

void ResultStore::merge_from(std::span<const std::filesystem::path> shards) {
  Transaction transaction(database_);
  RowInserter rows(database_, inserts_);
  for (const std::filesystem::path& shard : shards) merge_one(shard, rows);
  transaction.commit();
}

void ResultStore::merge_one(const std::filesystem::path& path, RowSink& rows) {
  ShardFile shard(path);
  require_same_study(path, shard.identity(), identity_);
  if (!has(shard.replication())) {
    shard.play(rows);
  } else if (fingerprint(shard.replication()).hex() != shard.fingerprint()) {
    throw StoreError(fmt::format(
        "{} and {} disagree on replication {} (the same study gives the same events every time, "
        "so one of them is damaged or comes from another build). Remove the wrong one.",
        database_.path().string(), path.string(), shard.replication()));
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

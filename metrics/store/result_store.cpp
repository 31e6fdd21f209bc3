#include "metrics/store/result_store.hpp"

#include <fmt/format.h>

#include <array>

#include "metrics/store/identity.hpp"
#include "metrics/store/replication_rows.hpp"

namespace fieldtwin {
namespace {

/// The tables that hold rows of replications.
constexpr std::array<std::string_view, 8> kRowTables{
    "replication", "breakdown", "latency", "desk", "fault", "timeline", "encounter", "step"};

void require_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) return;
  throw StoreError(fmt::format(
      "there is no {} (has the study been run?). Run it first: fieldtwin run.", path.string()));
}

/// Attaches a file as `shard` for a while.
class Attachment {
 public:
  Attachment(Database& database, const std::filesystem::path& path) : database_(database) {
    require_file(path);  // or it would be made
    const std::string name = path.string();
    Statement attach = database.prepare("ATTACH ? AS shard");
    attach.bind(1, std::string_view(name)).run();
  }
  ~Attachment() {
    try {
      database_.execute("DETACH shard");
    } catch (const StoreError&) {  // closing the main file detaches it as well
    }
  }
  Attachment(const Attachment&) = delete;
  Attachment& operator=(const Attachment&) = delete;

 private:
  Database& database_;
};

/// Replications of the attached shard that the main file does not have.
std::vector<std::uint32_t> lacking_replications(Database& database) {
  Statement query = database.prepare(
      "SELECT replication FROM shard.replication "
      "WHERE replication NOT IN (SELECT replication FROM main.replication) ORDER BY replication");
  std::vector<std::uint32_t> lacking;
  while (query.step()) lacking.push_back(static_cast<std::uint32_t>(query.integer(0)));
  return lacking;
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
  require_lacking(result.replication);
  Transaction transaction(database_);
  write_replication(database_, result);
  transaction.commit();
}

void ResultStore::add(std::uint32_t replication,
                      const std::function<ReplicationResult(const CaseSink&)>& simulate) {
  require_lacking(replication);
  Transaction transaction(database_);
  CaseWriter cases(database_, replication);
  const CaseSink keep = [&cases](const EncounterRecord& record) { cases.write(record); };
  write_replication(database_, simulate(keep));
  transaction.commit();
}

void ResultStore::require_lacking(std::uint32_t replication) {
  if (!has(replication)) return;
  throw StoreError(fmt::format("replication {} is in {} already (it was run twice). Skip it.",
                               replication, database_.path().string()));
}

void ResultStore::merge_from(const std::filesystem::path& shard) {
  Attachment attachment(database_, shard);
  require_same_study(shard, read_identity(database_, "shard", shard), identity_);
  Transaction transaction(database_);
  {
    Statement differing = database_.prepare(
        "SELECT replication FROM main.replication AS m JOIN shard.replication AS s "
        "USING (replication) WHERE m.fingerprint <> s.fingerprint LIMIT 1");
    if (differing.step()) {
      throw StoreError(fmt::format(
          "{} and {} disagree on replication {} (the same study gives the same events every time, "
          "so one of them is damaged or comes from another build). Remove the wrong one.",
          database_.path().string(), shard.string(), differing.integer(0)));
    }
  }
  for (const std::uint32_t replication : lacking_replications(database_)) {
    for (const std::string_view table : kRowTables) {
      database_.execute(
          fmt::format("INSERT INTO main.{0} SELECT * FROM shard.{0} WHERE replication = {1}", table,
                      replication));
    }
  }
  transaction.commit();
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

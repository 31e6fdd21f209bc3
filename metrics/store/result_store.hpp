#pragma once
/// results.sqlite: the replications of one study. docs/results.md documents the file for its
/// readers.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "metrics/replication_result.hpp"
#include "metrics/store/row_inserter.hpp"
#include "metrics/store/sqlite.hpp"
#include "metrics/store/study_identity.hpp"

namespace fieldtwin {

/// One results file. Whatever happens to the process, every replication is in the study's file
/// either whole or not at all. All functions throw StoreError when the file cannot serve.
class ResultStore {
 public:
  /// The file for more replications of a study: made if there is none. Refuses a file of another
  /// study, of another version of the program or of another version of the tables.
  static ResultStore open_or_create(const std::filesystem::path& path,
                                    const StudyIdentity& identity);

  /// An existing file of any study, to read it. Refuses other versions of the tables.
  static ResultStore open(const std::filesystem::path& path);

  const StudyIdentity& identity() const { return identity_; }

  bool has(std::uint32_t replication);
  std::vector<std::uint32_t> finished();  //!< in rising order

  /// Adds a replication in one transaction. StoreError if it is there already.
  void add(const ReplicationResult& result);

  /// Adds what shards of the same study have (metrics/store/shard_file.hpp) and this file lacks, in
  /// one transaction. Doing it twice, or in another order, changes nothing. StoreError, and nothing
  /// is merged, if a replication that both have differs, which a study run twice never does.
  void merge_from(std::span<const std::filesystem::path> shards);
  void merge_from(const std::filesystem::path& shard) { merge_from({&shard, 1}); }

  /// A replication, as it was added, bit by bit.
  ReplicationResult load(std::uint32_t replication);

  /// One kept encounter with its steps, if it was kept.
  std::optional<EncounterRecord> load_encounter(std::uint32_t replication, std::uint64_t id);
  /// The fingerprint of a replication that is in the file.
  Fingerprint fingerprint(std::uint32_t replication);

  Database& database() { return database_; }

 private:
  ResultStore(Database database, StudyIdentity identity)
      : database_(std::move(database)), identity_(std::move(identity)) {}

  void merge_one(const std::filesystem::path& shard, RowSink& rows);

  Database database_;
  RowInserts inserts_;
  StudyIdentity identity_;
};

}  // namespace fieldtwin

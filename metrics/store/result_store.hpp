#pragma once
/// results.sqlite: the replications of one study. docs/results.md documents the file for its
/// readers.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "metrics/replication_result.hpp"
#include "metrics/store/row_inserter.hpp"
#include "metrics/store/sqlite.hpp"

namespace fieldtwin {

/// What makes two files parts of the same study. All of it must be equal for replications to go
/// into one file.
struct StudyIdentity {
  std::string version;        //!< of the program
  std::string scenario;       //!< name
  std::string scenario_hash;  //!< of every value of the scenario
  std::uint64_t seed = 0;
  std::string start;                //!< first day, 2025-11-03
  std::uint64_t days = 1;           //!< length of the period
  std::string record;               //!< which encounters are kept: none, cases, all
  std::vector<std::string> states;  //!< postal codes, in the order of the table of states
  bool operator==(const StudyIdentity&) const = default;
};

/// What a results file is for.
enum class StoreRole {
  kStudy,  //!< survives a power cut
  kShard,  //!< one worker's, merged into the study's when it is whole: it takes replications and
           //!< loads none. Thrown away if the worker dies, so it has no journal and never waits for
           //!< the disk
};

/// One results file. Whatever happens to the process, every replication is in the study's file
/// either whole or not at all. All functions throw StoreError when the file cannot serve.
class ResultStore {
 public:
  /// The file for more replications of a study: made if there is none. Refuses a file of another
  /// study, of another version of the program or of another version of the tables.
  static ResultStore open_or_create(const std::filesystem::path& path,
                                    const StudyIdentity& identity,
                                    StoreRole role = StoreRole::kStudy);

  /// An existing file of any study, to read it. Refuses other versions of the tables.
  static ResultStore open(const std::filesystem::path& path);

  const StudyIdentity& identity() const { return identity_; }

  bool has(std::uint32_t replication);
  std::vector<std::uint32_t> finished();  //!< in rising order

  /// Adds a replication in one transaction. StoreError if it is there already.
  void add(const ReplicationResult& result);

  /// The same while it is simulated: what goes into the sink is written as it comes, so that a long
  /// period needs no more memory than a short one.
  void add(std::uint32_t replication,
           const std::function<ReplicationResult(const CaseSink&)>& simulate);

  /// Adds what shards of the same study have and this file lacks, in one transaction. Doing it
  /// twice, or in another order, changes nothing. StoreError, and nothing is merged, if a
  /// replication that both have differs, which a study run twice never does.
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
  ResultStore(Database database, StudyIdentity identity, StoreRole role)
      : database_(std::move(database)), identity_(std::move(identity)), role_(role) {}

  void merge_one(const std::filesystem::path& shard, RowSink& rows);
  void require_lacking(std::uint32_t replication);

  Database database_;
  RowInserts inserts_;
  StudyIdentity identity_;
  StoreRole role_;
};

}  // namespace fieldtwin

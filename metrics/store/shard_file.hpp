#pragma once
/// A shard: one replication as a worker leaves it, until the study's results file takes it in.

#include <boost/interprocess/mapped_region.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "metrics/replication_result.hpp"
#include "metrics/store/rows.hpp"
#include "metrics/store/study_identity.hpp"

namespace fieldtwin {

// A plain file, since nobody looks for anything in it and nobody else writes to it: lines that say
// which study it belongs to, an empty line, and rows (metrics/store/row_log.hpp) piece by piece. The
// last piece has the row of the table `replication` alone, and is marked: without it, a shard is cut
// off. Its bytes are for machines of the same kind.

/// Writes a shard while its replication is simulated: what goes into the sink is written every few
/// thousand encounters, so that a long period needs no more memory than a short one. StoreError if the disk
/// refuses it, and what has been written is no shard.
void write_shard_file(const std::filesystem::path& path, const StudyIdentity& identity,
                      std::uint32_t replication,
                      const std::function<ReplicationResult(const CaseSink&)>& simulate);

/// A shard that is read. StoreError, here and in play(), if it is damaged.
class ShardFile {
 public:
  explicit ShardFile(const std::filesystem::path& path);

  const StudyIdentity& identity() const { return identity_; }
  std::uint32_t replication() const { return replication_; }
  const std::string& fingerprint() const { return fingerprint_; }  //!< in hexadecimal digits
  double scans() const { return scans_; }

  /// Hands on all its rows.
  void play(RowSink& sink);

 private:
  struct Piece {
    std::string_view rows;
    bool is_last;
  };
  Piece take_piece(std::string_view& pieces) const;  //!< off the front
  [[noreturn]] void refuse(std::string_view why) const;

  std::filesystem::path path_;
  boost::interprocess::mapped_region bytes_;
  std::string_view pieces_;
  StudyIdentity identity_;
  std::uint32_t replication_ = 0;
  std::string fingerprint_;
  double scans_ = 0.0;
};

}  // namespace fieldtwin

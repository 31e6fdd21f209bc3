#pragma once
/// The folder of finished replications of a study that are not merged yet.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fieldtwin {

/// Where the processes of a study leave their results: `NNNNNN.shard.HOST-PID.part` while
/// replication NNNNNN is written, `NNNNNN.shard` from the moment it is whole. Several may write
/// the same one: each has its own part, named for the process in which this object was made, and
/// what they make is the same.
class Shards {
 public:
  explicit Shards(std::filesystem::path folder);

  std::filesystem::path part(std::uint32_t replication) const;
  std::filesystem::path whole(std::uint32_t replication) const;
  /// False also where the folder cannot be read.
  bool has_whole(std::uint32_t replication) const;
  /// Declares a part whole. Throws std::filesystem::filesystem_error.
  void complete(std::uint32_t replication) const;
  /// Removes what a process left behind unfinished.
  void drop_part(std::uint32_t replication) const;

  /// The whole shards, sorted by name.
  std::vector<std::filesystem::path> found() const;
  std::vector<std::uint32_t> found_replications() const;  //!< of the whole shards, rising
  /// Deletes everything else: parts that nobody writes any more.
  void drop_parts() const;

  void create() const;           //!< makes the folder; throws std::filesystem::filesystem_error
  void remove_if_empty() const;  //!< the folder

 private:
  std::filesystem::path folder_;
  std::string writer_;  //!< HOST-PID
};

}  // namespace fieldtwin

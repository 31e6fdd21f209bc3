#pragma once
/// The folder of finished replications of a study that are not merged yet.

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fieldtwin {

/// Where the processes of a study leave their results: `NNNNNN.sqlite.part` while replication
/// NNNNNN is written, `NNNNNN.sqlite` from the moment it is whole.
class Shards {
 public:
  explicit Shards(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path part(std::uint32_t replication) const;
  std::filesystem::path whole(std::uint32_t replication) const;
  /// Declares a part whole. Throws std::filesystem::filesystem_error.
  void complete(std::uint32_t replication) const;
  /// Removes what a process left behind unfinished, with SQLite's side files.
  void drop_part(std::uint32_t replication) const;

  /// Whole shards that an earlier run left, sorted by name; its parts are deleted.
  std::vector<std::filesystem::path> leftovers() const;

  void create() const;  //!< makes the folder; throws std::filesystem::filesystem_error
  void remove() const;  //!< the folder and all in it

 private:
  std::filesystem::path folder_;
};

}  // namespace fieldtwin

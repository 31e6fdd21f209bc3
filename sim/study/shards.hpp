#pragma once
/// The folder of finished pieces of work that are not merged yet.

#include <filesystem>
#include <vector>

#include "sim/study/plan.hpp"

namespace fieldtwin {

/// Where the processes of a study leave their results: `NNNNNN.sqlite.part` while one is written,
/// `NNNNNN.sqlite` from the moment it is whole.
class Shards {
 public:
  explicit Shards(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path part(const StudyTask& task) const;
  std::filesystem::path whole(const StudyTask& task) const;
  /// Declares a part whole. Throws std::filesystem::filesystem_error.
  void complete(const StudyTask& task) const;
  /// Removes what a task left behind unfinished, with SQLite's side files.
  void drop_part(const StudyTask& task) const;

  /// Whole shards that an earlier run left, sorted by name; its parts are deleted.
  std::vector<std::filesystem::path> leftovers() const;

  void create() const;  //!< makes the folder; throws std::filesystem::filesystem_error
  void remove() const;  //!< the folder and all in it

 private:
  std::filesystem::path folder_;
};

}  // namespace fieldtwin

#pragma once
/// Rows of recorded encounters on their way to a file.

#include <filesystem>
#include <ostream>

#include "metrics/encounter_record.hpp"
#include "metrics/store/sqlite.hpp"
#include "scenarios/recorded/recorded_stop.hpp"

namespace fieldtwin {

/// Takes stops in any order and writes them in the order of time, as docs/replay.md describes.
/// What became of a scan may be told long after it: the rows lie on the disk, not in memory. All
/// functions throw StoreError when the file cannot serve.
class EncounterSpool {
 public:
  /// The file must not be there; whoever made the spool removes it.
  EncounterSpool(const std::filesystem::path& file, const std::vector<std::string>& postal_codes);

  void add(const RecordedStop& stop);
  /// What became of a stop that was added.
  void add_end(const EncounterRecord& record);
  /// The rows, without a header.
  void write(std::ostream& out);

  static std::string header();  //!< with its line end

 private:
  std::vector<std::string> postal_;
  Database database_;
  Statement insert_;
  Statement update_;
};

}  // namespace fieldtwin

#pragma once
/// One recording of a file: the stops of one replication.

#include <vector>

#include "scenarios/recorded/recorded_reader.hpp"

namespace fieldtwin {

/// The recording that a replication replays, as a stream. Rows that cannot be used are left out:
/// the survey of the file has reported them. The scenario must have recorded encounters.
class RecordingStream {
 public:
  RecordingStream(const Scenario& scenario, std::uint32_t replication);

  std::optional<RecordedStop> next();

 private:
  std::uint32_t recording_;
  RecordedReader reader_;
};

/// An officer of a recording.
struct RecordedOfficer {
  std::uint32_t id;
  std::uint16_t state;
  std::optional<Area> area;
};

/// All officers of the recording, by id. Reads through it once.
std::vector<RecordedOfficer> recorded_officers(const Scenario& scenario, std::uint32_t replication);

}  // namespace fieldtwin

#include "scenarios/recorded/recording.hpp"

#include <map>

#include "scenarios/recorded/recorded_encounters.hpp"

namespace fieldtwin {

RecordingStream::RecordingStream(const Scenario& scenario, std::uint32_t replication)
    : recording_(static_cast<std::uint32_t>(replication %
                                            scenario.tables.recorded->recordings.size())),
      reader_(scenario, scenario.tables.recorded->file, [](const ScenarioError&) {}) {
  reader_.seek(scenario.tables.recorded->recordings[recording_], recording_);
}

std::optional<RecordedStop> RecordingStream::next() {
  auto stop = reader_.next();
  if (stop && stop->recording != recording_) stop.reset();
  return stop;
}

std::vector<RecordedOfficer> recorded_officers(const Scenario& scenario,
                                               std::uint32_t replication) {
  std::map<std::uint32_t, RecordedOfficer> by_id;
  RecordingStream recording(scenario, replication);
  while (const auto stop = recording.next()) {
    by_id.try_emplace(stop->officer, RecordedOfficer{stop->officer, stop->state, stop->area});
  }
  std::vector<RecordedOfficer> officers;
  for (const auto& [id, officer] : by_id) officers.push_back(officer);
  return officers;
}

}  // namespace fieldtwin

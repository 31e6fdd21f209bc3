#pragma once
/// A replication with a journal that keeps everything.

#include <map>
#include <string>
#include <vector>

#include "metrics/journal.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

struct Recording final : Journal {
  struct Call {
    Seconds began;
    Seconds waited;
    CallAbout about;
    CallEnd end;
  };
  struct Desk {
    Seconds time;
    DeskState state;
  };

  void stop_without_scan(SystemKind, std::uint16_t, Ethnicity) override { ++without_scan; }
  void encounter(const EncounterRecord& record) override { encounters.push_back(record); }
  void desk(Seconds time, const DeskState& state) override { desk_states.push_back({time, state}); }
  void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) override {
    calls.push_back({began, waited, about, end});
  }

  std::map<std::uint64_t, EncounterRecord> by_id() const;

  std::vector<EncounterRecord> encounters;  //!< in the order in which they ended
  std::size_t without_scan = 0;
  std::vector<Call> calls;
  std::vector<Desk> desk_states;
};

/// The shipped precinct with more officers. In delay fidelity unless `overrides` say otherwise: no
/// engine is needed, so that a process may hold several worlds.
Scenario precinct(const std::vector<std::string>& overrides = {});

/// The same where nothing fails and nobody is missed: every stop leads to a scan, every scan to the
/// answer "contact ICE", and that to a call.
Scenario smooth_precinct(const std::vector<std::string>& overrides = {});

Recording record_run(const Scenario& scenario, std::uint64_t seed = 1,
                     std::uint32_t replication = 0);

/// The step of a kind, if it happened: the first.
const Step* find_step(const EncounterRecord& record, StepKind kind);
std::size_t count_steps(const EncounterRecord& record, StepKind kind);

}  // namespace fieldtwin

#pragma once
/// The record of an encounter while it is being made.

#include "agents/encounter/stop.hpp"
#include "metrics/encounter_record.hpp"
#include "sim/calendar.hpp"

namespace fieldtwin {

/// Writes the steps of one encounter with the present time, and holds the facts for the journal.
class EncounterLog {
 public:
  EncounterLog(const Calendar& calendar, const Officer& officer, const Stop& stop);

  void step(StepKind kind, double value = 0.0) {
    record_.steps.push_back({calendar_.now(), kind, value});
  }

  EncounterRecord& record() { return record_; }
  const EncounterRecord& record() const { return record_; }

 private:
  const Calendar& calendar_;
  EncounterRecord record_;
};

}  // namespace fieldtwin

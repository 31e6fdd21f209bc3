#include "agents/hand_in.hpp"

#include "agents/system.hpp"
#include "metrics/same_person.hpp"

namespace fieldtwin {

ExpectedHarm as_happened(const EncounterRecord& record) {
  ExpectedHarm harm;
  harm.system = record.system;
  about_the_same_person(record, harm);
  // Of a scan without an answer the collector takes what happened for expected itself.
  if (record.outcome != ScanOutcome::kAnswered) return harm;
  if (record.hold) {
    harm.holds[index_of(record.hold->origin)][index_of(record.hold->decision)] = {
        1.0, record.hold->length.value() / 3600.0};
  }
  if (record.prolonged) harm.prolonged = 1.0;
  return harm;
}

void hand_in(System& system, const EncounterRecord& record) {
  system.journal.encounter(record);
  if (system.expects == Expects::kWhatHappened) system.journal.expected(as_happened(record));
}

}  // namespace fieldtwin

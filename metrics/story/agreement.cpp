#include "metrics/story/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "metrics/collector.hpp"

namespace fieldtwin {
namespace {

auto values(const Step& step) {
  return std::tuple(step.time, step.kind, step.value);
}

auto hold_values(const EncounterRecord& record) {
  const HoldRecord none{HoldOrigin::kRightRecord, HoldDecision::kAgent, HoldEnd::kTransfer,
                        Seconds(0.0), false};
  const HoldRecord& hold = record.hold ? *record.hold : none;
  return std::tuple(record.hold.has_value(), hold.origin, hold.decision, hold.end, hold.length,
                    hold.federal);
}

/// All of a record that is kept but the steps.
auto facts(const EncounterRecord& r) {
  return std::tuple(r.officer, r.state, r.area, r.person, r.ethnicity, r.sex, r.age, r.status,
                    r.enrolled, r.stopped, r.scan_began, r.ended, r.outcome, r.match_truth,
                    r.app_answer, r.call_waits, r.prolonged, r.prolonged_by, hold_values(r));
}

std::optional<std::string> difference(const EncounterRecord& recorded,
                                      const EncounterRecord& again) {
  const std::size_t steps = std::min(recorded.steps.size(), again.steps.size());
  for (std::size_t i = 0; i < steps; ++i) {
    const Step& a = recorded.steps[i];
    const Step& b = again.steps[i];
    if (values(a) == values(b)) continue;
    return fmt::format("step {} was {} at {} s ({}), and is {} at {} s ({})", i, name_of(a.kind),
                       a.time.value(), a.value, name_of(b.kind), b.time.value(), b.value);
  }
  if (recorded.steps.size() != again.steps.size()) {
    return fmt::format("it had {} steps, and has {}", recorded.steps.size(), again.steps.size());
  }
  if (facts(recorded) != facts(again)) return "the steps agree, but what came of them does not";
  return std::nullopt;
}

bool is_kept(const EncounterRecord& record, std::string_view level) {
  const bool is_case = record.prolonged || wrongful_kinds(record).any();
  return level == name_of(RecordLevel::kAll) || (level == name_of(RecordLevel::kCases) && is_case);
}

}  // namespace

Agreement compare_with_recorded(ResultStore& store, const CaseId& id, const EncounterRecord& again,
                                const Fingerprint& fingerprint) {
  const auto recorded = store.load_encounter(id.replication, id.encounter);
  Agreement agreement;
  if (recorded) {
    agreement.steps = recorded->steps.size();
    agreement.difference = difference(*recorded, again);
  } else if (is_kept(again, store.identity().record)) {
    agreement.difference = "it is a case now, and was none";
  }
  if (!agreement.difference && store.fingerprint(id.replication) != fingerprint) {
    agreement.difference = "the fingerprint of the replication differs";
  }
  return agreement;
}

std::string agreement_words(const Agreement& agreement, const CaseId& id) {
  if (!agreement.steps) {
    return fmt::format(
        "agrees with the recorded run: the fingerprint of replication {} (this encounter was not "
        "kept)",
        id.replication);
  }
  return fmt::format(
      "agrees with the recorded run: {} steps, and the fingerprint of replication {}",
      *agreement.steps, id.replication);
}

}  // namespace fieldtwin

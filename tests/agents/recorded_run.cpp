#include "recorded_run.hpp"

#include <algorithm>

#include "agents/world.hpp"
#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

/// As many as the counts that tests expect were made for.
const std::string kOfficers = "programme.officers_trained=110";

Scenario load_precinct(std::vector<std::string> overrides, const std::vector<std::string>& more) {
  overrides.insert(overrides.end(), more.begin(), more.end());
  return load_scenario("precinct", overrides).scenario;
}

}  // namespace

std::map<std::uint64_t, EncounterRecord> Recording::by_id() const {
  std::map<std::uint64_t, EncounterRecord> out;
  for (const auto& record : encounters) out.emplace(record.id, record);
  return out;
}

Scenario precinct(const std::vector<std::string>& overrides) {
  return load_precinct({kOfficers, "network.fidelity=delay"}, overrides);
}

Scenario smooth_precinct(const std::vector<std::string>& overrides) {
  return load_precinct({kOfficers,
                        "network.fidelity=delay",
                        "encounters.scan_with_id=100 %",
                        "encounters.scan_without_id=100 %",
                        "devices.fault=0 %",
                        "sign_in.failure=0 %",
                        "sign_in.availability=100 %",
                        "capture.impossible=0 %",
                        "capture.usable=100 %",
                        "network.no_coverage.urban=0 %",
                        "network.no_coverage.rural=0 %",
                        "network.loss=0 %",
                        "network.timeout=10 h",
                        "service.availability=100 %",
                        "service.no_match_answer=contact_ice",
                        "records.wrong.us_born=100 %",
                        "records.wrong.naturalised=100 %",
                        "records.wrong.permanent_resident=100 %",
                        "records.wrong.temporary=100 %",
                        "records.wrong.protected=100 %",
                        "records.wrong.unauthorised=0 %",
                        "records.removable_share=100 %",
                        "errors.twin=off",
                        "errors.relative=off",
                        "errors.wrong_face=off",
                        "errors.spoof=off",
                        "errors.wrong_file=off",
                        "errors.release_not_entered=off",
                        "records.wrong_kind.anothers_booking=0",
                        "policy.documents_honoured=0 %",
                        "policy.holds_without_call=0 %",
                        "policy.releases_without_call=0 %",
                        "policy.releases_at_limit=0 %"},
                       overrides);
}

Recording record_run(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication) {
  Recording recording;
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(scenario, draws);
  World world(fixed, draws, recording);
  world.run();
  return recording;
}

const Step* find_step(const EncounterRecord& record, StepKind kind) {
  const auto found = std::find_if(record.steps.begin(), record.steps.end(),
                                  [kind](const Step& step) { return step.kind == kind; });
  return found == record.steps.end() ? nullptr : &*found;
}

std::size_t count_steps(const EncounterRecord& record, StepKind kind) {
  return static_cast<std::size_t>(
      std::count_if(record.steps.begin(), record.steps.end(),
                    [kind](const Step& step) { return step.kind == kind; }));
}

}  // namespace fieldtwin

#pragma once
/// Mobile Fortify where everything goes wrong often: what precinct-stress is to the local app.

#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

inline Scenario stressed_fortify(const std::vector<std::string>& overrides = {}) {
  std::vector<std::string> all{"network.fidelity=delay",
                               "programme.officers_trained=300",
                               "encounters.stops_per_shift=20",
                               "encounters.scan_with_id=100 %",
                               "encounters.scan_without_id=100 %",
                               "people.carries_proof.citizen=40 %",
                               "people.carries_proof.lawful=70 %",
                               "people.carries_proof.removable=10 %",
                               "people.twin=10 %",
                               "people.close_relative=80 %",
                               "records.wrong.us_born=15 %",
                               "records.wrong.naturalised=30 %",
                               "records.wrong.permanent_resident=25 %",
                               "records.wrong.temporary=25 %",
                               "records.wrong.protected=30 %",
                               "records.wrong.unauthorised=15 %",
                               "records.removable_share=40 %",
                               "matcher.fpir=5 %",
                               "matcher.miss_scale=2",
                               "matcher.twin_match=90 %",
                               "matcher.relative_match=10 %",
                               "capture.impossible=30 %",
                               "capture.several_faces=40 %",
                               "capture.wrong_face=20 %",
                               "capture.spoofed=6 %",
                               "capture.spoof_detected=50 %",
                               "fingerprints.taken=80 %",
                               "fingerprints.miss=20 %",
                               "fingerprints.false_match=15 %",
                               "policy.holds_without_call=20 %",
                               "policy.releases_at_limit=30 %",
                               "policy.holds_unanswered=50 %",
                               "ice.agents_day=4",
                               "ice.agents_evening=4",
                               "ice.agents_night=2",
                               "ice.other_calls_per_day=300",
                               "ice.false_accept=40 %",
                               "ice.false_reject=15 %",
                               "ice.wrong_reference=10 %",
                               "ice.finds_standing=40 %",
                               "custody.fingerprints_correct=60 %",
                               "custody.release_unentered=25 %",
                               "custody.correction_unentered=60 %"};
  all.insert(all.end(), overrides.begin(), overrides.end());
  return load_scenario("mobile-fortify", all).scenario;
}

}  // namespace fieldtwin

#include "knobs.hpp"

#include <map>
#include <stdexcept>

namespace fieldtwin {

std::vector<std::string> test_scenario() {
  return {"run.replications=2",
          "programme.states=[FL, GA, TX]",
          "programme.officers_trained=60",
          "encounters.stops_per_shift=40",
          "encounters.stop_length={exponential: {mean: 5 min}}",
          "gallery.images_per_person=3",
          "matcher.fpir=10 %",
          "records.removable_share=40 %",
          "records.wrong.permanent_resident=30 %",
          "sign_in.availability=95 %",
          "service.availability=95 %",
          "ice.agents_day=2",
          "ice.agents_evening=2",
          "ice.agents_night=2",
          "ice.other_calls_per_day=300",
          "ice.patience={exponential: {mean: 5 min}}",
          "capture.several_faces=50 %",
          "capture.wrong_face=30 %",
          "capture.spoofed=20 %",
          "people.twin=10 %",
          "people.close_relative=60 %",
          "matcher.relative_match=20 %",
          "records.wrong.naturalised=50 %",
          "ice.wrong_reference=20 %",
          "encounters.relative_rate.pacific_islander=6",
          "ice.false_accept=40 %",
          "ice.false_reject=30 %",
          "custody.release_unentered=50 %",
          "storage.breach_rate=1 /year"};
}

namespace {

/// Two small flights and a small checkpoint, where everything goes wrong often enough to show.
std::vector<std::string> port_scenario() {
  return {"run.replications=2",
          "port.flights=6",
          "port.travellers=60",
          "port.checkpoint.travellers=200",
          "port.checkpoint.lanes=1",
          "port.checkpoint.longest_line=3",
          "port.impostors=2 %",
          "port.status_weight.unauthorised=10",
          "port.opt_out_citizens=5 %",
          "port.manifest.stale=30 %",
          "port.boarding.window=12 min",
          "port.boarding.delayed=30 %",
          "port.boarding.delayed_window=8 min",
          "port.boarding.lanes=1",
          "port.staff.officers=1",
          "port.camera.availability=80 %",
          "port.camera.outage_length=10 min",
          "port.camera.poor_light=30 %",
          "port.network.availability=80 %",
          "port.network.loss=5 %",
          "port.secondary.referred=50 %",
          "records.wrong.us_born=20 %"};
}

}  // namespace

TestBench bench_of(const Parameter& parameter) {
  if (parameter.systems.contains(SystemKind::kTvs) && !parameter.systems.is_all()) {
    return {"tvs-airport", port_scenario()};
  }
  if (parameter.systems.contains(SystemKind::kMobileIdentify)) return {"precinct", test_scenario()};
  if (parameter.systems.contains(SystemKind::kMobileFortify)) {
    return {"mobile-fortify",
            {"run.replications=2", "programme.states=[FL, TX]", "programme.officers_trained=60",
             "officers.on_duty=100 %", "encounters.stops_per_shift=40", "fingerprints.taken=70 %",
             "matcher.fpir=20 %", "records.removable_share=40 %",
             "people.carries_proof.lawful=80 %", "devices.install_delay=0 s"}};
  }
  if (parameter.systems.contains(SystemKind::kJail)) {
    return {"jail-enforcement",
            {"run.replications=2", "programme.states=[FL, TX]", "period.days=2",
             "jail.bookings=20"}};
  }
  throw std::logic_error("no scenario to turn " + parameter.path + " in");
}

std::vector<std::string> conditions_for(const std::string& path) {
  static const std::map<std::string, std::vector<std::string>> conditions{
      {"devices.android_until", {"devices.install_delay=2 d"}},
      {"programme.growth", {"period.start=2025-11-30", "period.days=2"}},
      {"devices.ios_from", {"devices.android=50 %"}},
      {"service.gateway.servers", {"service.gateway.time={exponential: {mean: 2 s}}"}},
      {"training.in_training_factor", {"training.in_training=50 %"}},
      {"training.overdue_factor", {"training.refresher_overdue=50 %"}},
      {"fortify.sees_other_name", {"fortify.match_weight=documents_count"}},
      {"matcher.fidelity", {"gallery.people=1000", "gallery.images_per_person=1"}},
      {"matcher.distance",
       {"gallery.people=1000", "gallery.images_per_person=1", "matcher.fidelity=template"}},
      {"matcher.accurate_time", {"matcher.effort=accurate"}},
      {"network.fidelity", {"network.cell_capacity=5 kbit/s"}},
      {"policy.when_silent.retry_pause", {"policy.when_silent.retry=100 %"}},
      {"exposure.elsewhere.equipped", {"exposure.elsewhere.vehicles=1000"}},
      {"exposure.elsewhere.occupants", {"exposure.elsewhere.vehicles=1000"}},
      {"exposure.elsewhere.captured", {"exposure.elsewhere.vehicles=1000"}},
      {"exposure.elsewhere.plate", {"exposure.elsewhere.vehicles=1000"}},
      {"exposure.elsewhere.citizens", {"exposure.elsewhere.vehicles=1000"}},
      {"exposure.elsewhere.people", {"exposure.elsewhere.vehicles=1000"}},
      {"programme.doubling_time",
       {"period.start=2025-11-30", "period.days=2", "programme.growth=doubling"}},
      {"tables.training",
       {"period.start=2025-11-14", "period.days=2", "programme.growth=waves",
        "tables.training=training_waves.csv"}},
      {"safeguards.opt_out.check", {"safeguards.opt_out.share=50 %"}},
      {"safeguards.human_check.time", {"safeguards.human_check.share=100 %"}},
      {"safeguards.human_check.false_accept", {"safeguards.human_check.share=100 %"}},
      {"safeguards.human_check.false_reject", {"safeguards.human_check.share=100 %"}},
      {"safeguards.two_photos.same_stranger", {"safeguards.two_photos.rule=must_agree"}},
      {"safeguards.audit.effect", {"safeguards.audit.share=50 %"}},
      {"safeguards.audit.time", {"safeguards.audit.share=50 %"}},
      {"safeguards.refresher.effect", {"safeguards.refresher.share=50 %"}},
  };
  const auto found = conditions.find(path);
  return found == conditions.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace fieldtwin

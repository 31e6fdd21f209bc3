#include "recorded_port.hpp"

#include "agents/world.hpp"
#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {

Scenario airport(const std::vector<std::string>& overrides) {
  return load_scenario("tvs-airport", overrides).scenario;
}

Scenario smooth_airport(const std::vector<std::string>& overrides) {
  std::vector<std::string> all{"port.impostors=0 %",
                               "port.opt_out_citizens=0 %",
                               "port.manifest.missing=0 %",
                               "port.manifest.stale=0 %",
                               "port.manifest.no_photo.citizen=0 %",
                               "port.manifest.no_photo.lawful=0 %",
                               "port.manifest.no_photo.removable=0 %",
                               "port.manifest.photo_age.citizen=0",
                               "port.manifest.photo_age.lawful=0",
                               "port.manifest.photo_age.removable=0",
                               "port.boarding.window=10 h",
                               "port.boarding.delayed=0 %",
                               "port.staff.absent=0 %",
                               "port.camera.availability=100 %",
                               "port.camera.excluded=0 %",
                               "port.camera.poor_light=0 %",
                               "port.camera.usable.good=100 %",
                               "port.camera.quality=50 %",
                               "port.network.availability=100 %",
                               "port.network.loss=0 %",
                               "port.network.answer_limit=1 min",
                               "port.secondary.referred=0 %",
                               "service.availability=100 %"};
  all.insert(all.end(), overrides.begin(), overrides.end());
  return airport(all);
}

PortRecording record_port(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication) {
  PortRecording recording;
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(scenario, draws);
  World world(fixed, draws, recording);
  world.run();
  return recording;
}

}  // namespace fieldtwin

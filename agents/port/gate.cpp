#include "agents/port/gate.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "agents/port/port_matcher.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// Names a camera among all that can be down.
std::uint32_t camera_entity(std::uint32_t gate, std::size_t lane) {
  constexpr std::uint32_t kCameras = 0x4000'0000;
  constexpr std::uint32_t kLanes = 64;
  return kCameras + gate * kLanes + static_cast<std::uint32_t>(lane % kLanes);
}

}  // namespace

Gate::Gate(Calendar& calendar, const Scenario& scenario, const Draws& draws, GatePlan plan,
           const ProbeMix& mix)
    : calendar_(calendar),
      scenario_(scenario),
      draws_(draws),
      plan_(plan),
      matcher_(port_matcher(scenario, mix, plan.gallery)),
      left_(plan.travellers),
      officers_(calendar, std::max<std::size_t>(1, whole(scenario.port.staff.officers))),
      lanes_(calendar,
             std::max<std::size_t>(1, whole(plan.doors ? scenario.port.boarding.lanes
                                                       : scenario.port.checkpoint.lanes))) {
  const PortCamera& camera = scenario.port.camera;
  for (std::size_t lane = 0; lane < lanes_.servers(); ++lane) {
    cameras_.emplace_back(draws, camera_entity(plan.number, lane),
                          OutageLaw{resolved(camera.availability), resolved(camera.outage_length)});
  }
  taken_.resize(lanes_.servers(), false);
}

Gate::Lane::Lane(Gate& gate, Lease lease)
    : gate_(&gate),
      number_(static_cast<std::size_t>(std::find(gate.taken_.begin(), gate.taken_.end(), false) -
                                       gate.taken_.begin())),
      lease_(std::move(lease)) {
  gate.taken_[number_] = true;
}

bool Gate::Lane::camera_works() {
  return gate_->cameras_[number_].is_up(gate_->calendar_.now());
}

std::uint64_t Gate::hour_entity() const {
  const auto hour = plan_.doors ? 0.0 : calendar_.now() / 1_h;
  return std::uint64_t{plan_.number} << 32 | static_cast<std::uint64_t>(hour);
}

bool Gate::is_staffed() const {
  return !chance(draws_, scenario_.port.staff.absent, Decision::kPortStaff, hour_entity());
}

Light Gate::light() const {
  return chance(draws_, scenario_.port.camera.poor_light, Decision::kPortLight, hour_entity())
             ? Light::kPoor
             : Light::kGood;
}

bool Gate::is_late() const {
  if (!plan_.doors) {
    const double longest = scenario_.port.checkpoint.longest_line.mean().value();
    return static_cast<double>(lanes_.waiting()) > longest;
  }
  if (lanes_.waiting() == 0) return false;
  const PortBoarding& boarding = scenario_.port.boarding;
  const Seconds each = boarding.pass_time.mean() + scenario_.port.camera.duration.mean();
  const Seconds needed = each * (left_ / static_cast<double>(lanes_.servers()));
  return calendar_.now() + needed > *plan_.doors - boarding.margin.mean();
}

}  // namespace fieldtwin

#include "agents/faults/capacity_faults.hpp"

#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

/// What is left of one kind of thing over time. For an uplink, of the state's.
std::vector<Shortage> shortages_of(const Scenario& scenario, FaultKind kind,
                                   std::string_view postal = {}) {
  std::vector<Shortage> out;
  for (const auto& fault : scenario.faults) {
    const bool here = fault.state.empty() || fault.state == postal;
    if (fault.kind == kind && fault.region.empty() && here) {
      out.push_back({{fault.from, fault.until}, fault.capacity});
    }
  }
  return out;
}

}  // namespace

Backend login_backend(const Scenario& scenario, const Draws& draws, std::size_t field) {
  constexpr std::uint32_t kLoginProvider = 1;
  constexpr std::uint32_t kProvidersPerField = 16;
  return Backend(
      Outages(draws, kLoginProvider + kProvidersPerField * static_cast<std::uint32_t>(field),
              {resolved(scenario.sign_in.availability), resolved(scenario.sign_in.outage_length)}),
      combine(shortages_of(scenario, FaultKind::kLogin)));
}

Backend service_backend(const Scenario& scenario, const Draws& draws) {
  constexpr std::uint32_t kMatchingService = 2;
  return Backend(
      Outages(draws, kMatchingService,
              {resolved(scenario.service.availability), resolved(scenario.service.outage_length)}),
      combine(shortages_of(scenario, FaultKind::kService)));
}

std::vector<ShareStep> desk_shortages(const Scenario& scenario) {
  return combine(shortages_of(scenario, FaultKind::kIceDesk));
}

std::vector<CellFault> cell_faults(const Scenario& scenario,
                                   const std::vector<std::size_t>& states) {
  std::vector<CellFault> out;
  std::uint32_t cell = 0;
  for (const std::size_t number : states) {
    const auto& postal = scenario.tables.states[number].postal;
    for (std::size_t area = 0; area < kAreas; ++area, ++cell) {
      for (const auto& shortage : shortages_of(scenario, FaultKind::kUplink, postal)) {
        out.push_back({cell, shortage});
      }
    }
  }
  return out;
}

std::vector<DeviceFault> carrier_faults(const Scenario& scenario,
                                        const std::vector<const Roster*>& rosters,
                                        const Draws& draws) {
  std::vector<DeviceFault> out;
  for (const auto& fault : scenario.faults) {
    if (fault.kind != FaultKind::kCarrier) continue;
    for (const Roster* roster : rosters) {
      for (const auto& officer : roster->equipped()) {
        const auto& postal = scenario.tables.states[officer.state].postal;
        const bool here = fault.state.empty() || fault.state == postal;
        if (here && draws.uniform(Decision::kDeviceCarrier, officer.id) < fault.share.value()) {
          out.push_back({officer.device, {fault.from, fault.until}});
        }
      }
    }
  }
  return out;
}

double search_stretch(const Scenario& scenario, Seconds time) {
  double stretch = 1.0;
  for (const auto& fault : scenario.faults) {
    if (fault.kind == FaultKind::kSlowDatabase && fault.is_on(time)) {
      stretch *= fault.factor.value();
    }
  }
  return stretch;
}

}  // namespace fieldtwin

#include "network/faults.hpp"

#include <map>

namespace fieldtwin {
namespace {

Process vary_cell(Calendar& calendar, Network& network, std::uint32_t cell,
                  std::vector<ShareStep> steps) {
  for (const auto& step : steps) {
    if (step.from > calendar.now()) co_await calendar.sleep_until(step.from);
    network.set_cell_capacity(cell, step.left);
  }
}

Process switch_device(Calendar& calendar, Network& network, std::uint32_t device,
                      std::vector<ShareStep> steps) {
  for (const auto& step : steps) {
    if (step.from > calendar.now()) co_await calendar.sleep_until(step.from);
    const bool is_on = step.left.value() > 0.0;
    network.set_device(device, is_on ? Network::Power::kOn : Network::Power::kOff);
  }
}

}  // namespace

void schedule_faults(Calendar& calendar, Network& network, const std::vector<CellFault>& cells,
                     const std::vector<DeviceFault>& devices) {
  std::map<std::uint32_t, std::vector<Shortage>> of_cell;
  for (const auto& fault : cells) of_cell[fault.cell].push_back(fault.shortage);
  std::map<std::uint32_t, std::vector<Shortage>> of_device;
  for (const auto& fault : devices) {
    of_device[fault.device].push_back({fault.off, Probability(0.0)});
  }
  for (const auto& [cell, shortages] : of_cell) {
    calendar.start(vary_cell(calendar, network, cell, combine(shortages)));
  }
  for (const auto& [device, shortages] : of_device) {
    calendar.start(switch_device(calendar, network, device, combine(shortages)));
  }
}

}  // namespace fieldtwin

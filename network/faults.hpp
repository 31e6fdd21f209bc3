#pragma once
/// Faults of the network at set times.

#include <cstdint>
#include <vector>

#include "network/network.hpp"
#include "sim/episodes.hpp"

namespace fieldtwin {

/// A cell that has only a share of its capacity for a while; none: it is down.
struct CellFault {
  std::uint32_t cell;
  Shortage shortage;
};

/// A device that is off for a while.
struct DeviceFault {
  std::uint32_t device;
  Period off;
};

/// Starts the processes that bring the faults about, and restore everything afterwards. Faults of
/// one target may overlap: see combine(). Nothing else should set the capacity or power of these
/// targets meanwhile.
void schedule_faults(Calendar& calendar, Network& network, const std::vector<CellFault>& cells,
                     const std::vector<DeviceFault>& devices);

}  // namespace fieldtwin

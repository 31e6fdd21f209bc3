#include "agents/crowded_cells.hpp"

#include <algorithm>

#include "agents/system.hpp"

namespace fieldtwin {
namespace {

/// The last row of the area that begins at or below the crowding; none if the table has none.
const DelayRow* row_of(const std::vector<DelayRow>& rows, Area area, double crowding) {
  const DelayRow* found = nullptr;
  for (const DelayRow& row : rows) {
    if (row.area == area && row.crowding <= crowding) found = &row;
  }
  return found;
}

}  // namespace

double transfer_stretch(const System& system, const Device& device, BitsPerSecond rate,
                        std::uint64_t encounter, std::uint16_t leg) {
  const Scenario& scenario = system.planned;  // the network and its table stay
  if (scenario.tables.delays.empty() || scenario.network.fidelity == NetworkFidelity::kFlow) {
    return 1.0;
  }
  const double crowding = system.network.crowding(device.id, rate);
  const DelayRow* row = row_of(scenario.tables.delays, device.area, crowding);
  if (row == nullptr) return crowding;
  const double u = system.draws.uniform(Decision::kTransferCrowd, encounter, leg);
  const auto size = static_cast<double>(row->times.size());
  return std::max(1.0, crowding * row->times[static_cast<std::size_t>(u * size)]);
}

TransferNote::TransferNote(System& system, const Device& device, Bytes size, BitsPerSecond rate)
    : system_(system),
      area_(device.area),
      began_(system.calendar.now()),
      open_(system.journal.wants_transfers()) {
  if (!open_) return;
  alone_ = system.network.alone(device.id, size, rate);
  crowding_ = system.network.crowding(device.id, rate);
}

void TransferNote::ends(Delivery delivery) {
  if (!open_) return;
  open_ = false;
  if (delivery == Delivery::kLost) return;  // the cell failed: no matter of crowds
  tell(Journal::TransferEnd::kDelivered);
}

TransferNote::~TransferNote() {
  if (open_ && !system_.calendar.is_stopping()) tell(Journal::TransferEnd::kGivenUp);
}

void TransferNote::tell(Journal::TransferEnd end) const {
  const double times_alone = (system_.calendar.now() - began_) / alone_;
  system_.journal.transfer(area_, crowding_, times_alone, end);
}

}  // namespace fieldtwin

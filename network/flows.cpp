#include "network/flows.hpp"

#include <algorithm>
#include <cmath>
#include <simgrid/s4u/Engine.hpp>
#include <simgrid/s4u/NetZone.hpp>
#include <stdexcept>
#include <string>

namespace fieldtwin {
namespace {

namespace s4u = simgrid::s4u;

double bytes_per_second(BitsPerSecond rate) {
  return rate.value() / 8.0;
}

/// A link needs a bandwidth before the first transfer sets the one it wants.
constexpr double kUnusedRate = 1e6;

/// SimGrid counts whole bytes, and a transfer of none would never start.
double whole_bytes(Bytes size) {
  return std::max(1.0, std::round(size.value()));
}

/// The engine's clock carries rounding errors from every event of others; times of shared flows are
/// rounded down to this grid, that they mean the same wherever they are computed.
constexpr double kTicksPerSecond = 1e6;

}  // namespace

Network::Flows::Flows(Calendar& calendar, const NetworkSpec& spec)
    : calendar_(calendar), devices_(spec.device_cell.size()) {
  auto* zone = s4u::create_star_zone("field");
  zone->set_parent(s4u::Engine::get_instance()->get_netzone_root());
  service_ = zone->create_host("service", 1.0);
  zone->add_route(service_->get_netpoint(), nullptr, nullptr, nullptr,
                  std::vector<s4u::LinkInRoute>{});
  for (const auto& cell : spec.cells) {
    cells_.push_back(zone->create_link(cell.name, bytes_per_second(cell.capacity)));
    cells_.back()->set_latency(0.0)->seal();
  }
  for (std::size_t i = 0; i < devices_.size(); ++i) {
    const auto name = "device-" + std::to_string(i);
    devices_[i].host = zone->create_host(name, 1.0);
    devices_[i].radio = zone->create_link(name, kUnusedRate);
    devices_[i].radio->set_latency(0.0)->seal();
    devices_[i].rate = kUnusedRate;
    zone->add_route(
        devices_[i].host->get_netpoint(), nullptr, nullptr, nullptr,
        {s4u::LinkInRoute(devices_[i].radio), s4u::LinkInRoute(cells_[spec.device_cell[i]])});
    devices_[i].host->seal();
  }
  service_->seal();
  zone->seal();
  // The callback cannot be taken back, so that it may outlive the network.
  s4u::Activity::on_completion_cb(
      [flows = std::weak_ptr<Flows*>(self_)](const s4u::Activity& activity) {
        if (const auto self = flows.lock()) (*self)->completed(activity);
      });
}

void Network::Flows::start(Transfer& transfer) {
  Device& device = devices_[transfer.device_];
  if (device.flow) throw std::logic_error("a device carries one transfer at a time");
  const double rate = bytes_per_second(transfer.rate_);
  if (rate != device.rate) {
    device.radio->set_bandwidth(rate);
    device.rate = rate;
  }
  const bool up = transfer.direction_ == Direction::kUp;
  auto flow = s4u::Comm::sendto_init(up ? device.host : service_, up ? service_ : device.host);
  flow->set_payload_size(static_cast<std::uint64_t>(whole_bytes(transfer.size_)));
  flow->set_data(&transfer);
  flow->vetoable_start();
  device.flow = std::move(flow);
}

void Network::Flows::completed(const s4u::Activity& activity) {
  auto* transfer = activity.get_data<Transfer>();
  if (transfer == nullptr) return;  // stopped: nobody waits for it
  // SimGrid still uses the flow after this callback: let go of it at the next one.
  last_ = std::move(devices_[transfer->device_].flow);
  last_->set_data(nullptr);
  if (activity.get_state() == s4u::Activity::State::FINISHED) {
    // A flow that had its rate to itself ends exactly when arithmetic says.
    const double clock = s4u::Engine::get_clock();
    const Seconds alone =
        transfer->started_ + Bytes(whole_bytes(transfer->size_)) / transfer->rate_;
    const bool undisturbed = std::abs(clock - alone.value()) * kTicksPerSecond < 1.0;
    const double tick = std::floor((clock + Calendar::kClockTolerance.value()) * kTicksPerSecond);
    transfer->finish(Transfer::Stage::kDelivered,
                     undisturbed ? alone : Seconds(tick / kTicksPerSecond));
  } else {
    transfer->finish(Transfer::Stage::kLost, calendar_.now());
  }
  calendar_.catch_up();
}

void Network::Flows::stop(Transfer& transfer) {
  const s4u::CommPtr flow = std::move(devices_[transfer.device_].flow);
  flow->set_data(nullptr);  // cancel() reports completion, which concerns nobody any more
  flow->cancel();
}

void Network::Flows::set_cell(std::uint32_t cell, BitsPerSecond capacity) {
  auto* link = cells_[cell];
  if (capacity.value() <= 0.0) {
    link->turn_off();
    return;
  }
  link->set_bandwidth(bytes_per_second(capacity));
  if (!link->is_on()) link->turn_on();
}

void Network::Flows::set_device(std::uint32_t device, Power power) {
  // The link, not the host: a transfer from a host that is off aborts the process.
  if (power == Power::kOff)
    devices_[device].radio->turn_off();
  else if (!devices_[device].radio->is_on())
    devices_[device].radio->turn_on();
}

}  // namespace fieldtwin

#include "network/flows.hpp"

#include <algorithm>
#include <cmath>
#include <simgrid/s4u/Engine.hpp>
#include <simgrid/s4u/NetZone.hpp>

namespace fieldtwin {
namespace {

namespace s4u = simgrid::s4u;

double bytes_per_second(BitsPerSecond rate) {
  return rate.value() / 8.0;
}

/// A link needs a bandwidth before the first transfer sets the one it wants.
constexpr double kUnusedRate = 1e6;

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
  s4u::Activity::on_completion_cb([this](const s4u::Activity& activity) { completed(activity); });
}

void Network::Flows::start(Transfer& transfer) {
  Device& device = devices_[transfer.device_];
  const double rate = bytes_per_second(transfer.rate_);
  if (rate != device.rate) {
    device.radio->set_bandwidth(rate);
    device.rate = rate;
  }
  const bool up = transfer.direction_ == Direction::kUp;
  device.flow = s4u::Comm::sendto_init(up ? device.host : service_, up ? service_ : device.host);
  // A transfer of zero bytes would never start.
  const double bytes = std::max(1.0, std::round(transfer.size_.value()));
  device.flow->set_payload_size(static_cast<std::uint64_t>(bytes));
  device.flow->set_data(&transfer);
  device.flow->vetoable_start();
}

void Network::Flows::completed(const s4u::Activity& activity) {
  auto* transfer = activity.get_data<Transfer>();
  if (transfer == nullptr) return;  // stopped: nobody waits for it
  Device& device = devices_[transfer->device_];
  // SimGrid still uses the flow after this callback: let go of it at the next one.
  last_ = std::move(device.flow);
  last_->set_data(nullptr);
  transfer->stage_ = activity.get_state() == s4u::Activity::State::FINISHED
                         ? Transfer::Stage::kDelivered
                         : Transfer::Stage::kLost;
  // The engine's clock carries rounding from every other event. A flow that had its rate to itself
  // ends exactly when arithmetic says, so that stories do not depend on unrelated ones.
  const Seconds clock(s4u::Engine::get_clock());
  const Seconds alone = transfer->started_ +
                        Bytes(std::max(1.0, std::round(transfer->size_.value()))) / transfer->rate_;
  const bool undisturbed = std::abs((clock - alone).value()) < 1e-6;
  const Seconds grid(std::round(clock.value() * 1e6) * 1e-6);
  calendar_.resume_from_engine(transfer->who_, undisturbed ? alone : grid);
}

void Network::Flows::stop(Transfer& transfer) {
  Device& device = devices_[transfer.device_];
  const s4u::CommPtr flow = std::move(device.flow);
  flow->set_data(nullptr);  // cancel() reports completion twice; neither concerns anybody
  flow->cancel();
  last_ = flow;
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

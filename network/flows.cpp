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
    : calendar_(calendar),
      cells_(spec.cells.size()),
      device_cell_(spec.device_cell),
      carriers_(spec.device_cell.size()),
      carrier_of_(spec.device_cell.size()) {
  auto* zone = s4u::create_star_zone("field");
  zone->set_parent(s4u::Engine::get_instance()->get_netzone_root());
  service_ = zone->create_host("service", 1.0);
  zone->add_route(service_->get_netpoint(), nullptr, nullptr, nullptr,
                  std::vector<s4u::LinkInRoute>{});
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    cells_[i].link =
        zone->create_link(spec.cells[i].name, bytes_per_second(spec.cells[i].capacity));
    cells_[i].link->set_latency(0.0)->seal();
  }
  for (std::size_t i = 0; i < carriers_.size(); ++i) {
    Carrier& carrier = carriers_[i];
    Cell& cell = cells_[device_cell_[i]];
    const auto name = "device-" + std::to_string(i);
    carrier.host = zone->create_host(name, 1.0);
    carrier.radio = zone->create_link(name, kUnusedRate);
    carrier.radio->set_latency(0.0)->seal();
    carrier.rate = kUnusedRate;
    zone->add_route(carrier.host->get_netpoint(), nullptr, nullptr, nullptr,
                    {s4u::LinkInRoute(carrier.radio), s4u::LinkInRoute(cell.link)});
    carrier.host->seal();
    carrier.free = &cell.free;
    cell.free.push_back(&carrier);
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
  if (carrier_of_[transfer.device_] != nullptr) {
    throw std::logic_error("a device carries one transfer at a time");
  }
  auto& free = cells_[device_cell_[transfer.device_]].free;
  Carrier& carrier = *free.back();
  const double rate = bytes_per_second(transfer.rate_);
  if (rate != carrier.rate) {
    carrier.radio->set_bandwidth(rate);
    carrier.rate = rate;
  }
  const bool up = transfer.direction_ == Direction::kUp;
  auto flow = s4u::Comm::sendto_init(up ? carrier.host : service_, up ? service_ : carrier.host);
  flow->set_payload_size(static_cast<std::uint64_t>(whole_bytes(transfer.size_)));
  flow->set_data(&carrier);
  flow->vetoable_start();
  free.pop_back();
  carrier_of_[transfer.device_] = &carrier;
  carrier.flow = std::move(flow);
  carrier.transfer = &transfer;
}

s4u::CommPtr Network::Flows::give_back(Carrier& carrier) {
  carrier_of_[carrier.transfer->device_] = nullptr;
  carrier.free->push_back(&carrier);
  carrier.flow->set_data(nullptr);  // whatever is still reported of it concerns nobody
  return std::move(carrier.flow);
}

void Network::Flows::completed(const s4u::Activity& activity) {
  auto* carrier = activity.get_data<Carrier>();
  if (carrier == nullptr) {  // stopped
    const auto flow = std::find(stopped_.begin(), stopped_.end(), &activity);
    if (flow == stopped_.end()) return;  // within stop(): the failure comes later
    last_completed_ = std::move(*flow);
    stopped_.erase(flow);
    return;
  }
  Transfer* transfer = carrier->transfer;
  last_completed_ = give_back(*carrier);
  if (activity.get_state() != s4u::Activity::State::FINISHED) {
    transfer->stage_ = Transfer::Stage::kLost;
    calendar_.wake_from_engine(calendar_.now(), transfer->who_, transfer->wake_up_);
    return;
  }
  transfer->stage_ = Transfer::Stage::kDelivered;
  // A flow that had its rate to itself ends exactly when arithmetic says.
  const double clock = s4u::Engine::get_clock();
  const Seconds alone = transfer->started_ + Bytes(whole_bytes(transfer->size_)) / transfer->rate_;
  const bool undisturbed = std::abs(clock - alone.value()) * kTicksPerSecond < 1.0;
  const double tick = std::floor((clock + Calendar::kClockTolerance.value()) * kTicksPerSecond);
  calendar_.wake_from_engine(undisturbed ? alone : Seconds(tick / kTicksPerSecond), transfer->who_,
                             transfer->wake_up_);
}

void Network::Flows::stop(Transfer& transfer) {
  const s4u::CommPtr flow = give_back(*carrier_of_[transfer.device_]);
  flow->cancel();  // reports completion now, and as a failure when SimGrid comes around to it
  stopped_.push_back(flow);
}

void Network::Flows::set_cell(std::uint32_t cell, BitsPerSecond capacity) {
  auto* link = cells_[cell].link;
  if (capacity.value() <= 0.0) {
    link->turn_off();
    return;
  }
  link->set_bandwidth(bytes_per_second(capacity));
  if (!link->is_on()) link->turn_on();
}

void Network::Flows::device_failed(std::uint32_t device) {
  if (carrier_of_[device] == nullptr) return;
  Transfer& transfer = *carrier_of_[device]->transfer;
  stop(transfer);
  transfer.stage_ = Transfer::Stage::kLost;
  transfer.wake_up_ = calendar_.wake_at(calendar_.now(), transfer.who_);
}

}  // namespace fieldtwin

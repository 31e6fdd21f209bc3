#include "network/network.hpp"

#include <algorithm>
#include <cmath>

#include "network/flows.hpp"

namespace fieldtwin {

Network::Network(Calendar& calendar, const NetworkSpec& spec)
    : calendar_(calendar),
      spec_(spec),
      cell_share_(spec.cells.size(), Probability(1.0)),
      cell_outages_(spec.cells.size(), 0),
      power_(spec.device_cell.size(), Power::kOn) {
  if (spec.fidelity == NetworkSpec::Fidelity::kFlow) {
    flows_ = std::make_unique<Flows>(calendar, spec_);
  }
}

Network::~Network() = default;

Network::Transfer Network::send(std::uint32_t device, Direction direction, Bytes size,
                                BitsPerSecond rate) {
  return Transfer(*this, device, direction, size, rate);
}

void Network::set_cell_capacity(std::uint32_t cell, Probability share) {
  const bool was_up = cell_share_[cell].value() > 0.0;
  cell_share_[cell] = share;
  if (was_up && share.value() <= 0.0) ++cell_outages_[cell];
  if (flows_) flows_->set_cell(cell, spec_.cells[cell].capacity * share.value());
}

void Network::set_device(std::uint32_t device, Power power) {
  power_[device] = power;
  if (flows_) flows_->set_device(device, power);
}

bool Network::Transfer::await_ready() const {
  const auto cell = network_.spec_.device_cell[device_];
  return network_.cell_share_[cell].value() <= 0.0 || network_.power_[device_] == Power::kOff;
}

void Network::Transfer::await_suspend(std::coroutine_handle<> who) {
  const auto cell = network_.spec_.device_cell[device_];
  who_ = who;
  started_ = network_.calendar_.now();
  outages_at_start_ = network_.cell_outages_[cell];
  ++network_.transfers_;
  if (network_.flows_) {
    stage_ = Stage::kFlowing;
    network_.flows_->start(*this);
  } else {
    const BitsPerSecond left =
        network_.spec_.cells[cell].capacity * network_.cell_share_[cell].value();
    stage_ = Stage::kDelayed;
    wake_up_ = network_.calendar_.wake_at(started_ + size_ / std::min(rate_, left), who);
  }
}

Delivery Network::Transfer::await_resume() {
  wake_up_ = {};
  if (stage_ == Stage::kDelayed) {
    const auto cell = network_.spec_.device_cell[device_];
    const bool survived =
        network_.cell_outages_[cell] == outages_at_start_ && network_.power_[device_] == Power::kOn;
    stage_ = survived ? Stage::kDelivered : Stage::kLost;
  }
  return stage_ == Stage::kDelivered ? Delivery::kDelivered : Delivery::kLost;
}

Network::Transfer::~Transfer() {
  network_.calendar_.cancel(wake_up_);
  if (stage_ == Stage::kFlowing) network_.flows_->stop(*this);
}

}  // namespace fieldtwin

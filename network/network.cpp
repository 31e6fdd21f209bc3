#include "network/network.hpp"

#include <algorithm>

#include "network/flows.hpp"

namespace fieldtwin {

Network::Network(Calendar& calendar, const NetworkSpec& spec)
    : calendar_(calendar),
      spec_(spec),
      active_(spec.cells.size()),
      cell_share_(spec.cells.size(), Probability(1.0)),
      cell_failures_(spec.cells.size(), 0),
      device_failures_(spec.device_cell.size(), 0),
      power_(spec.device_cell.size(), Power::kOn),
      sent_(spec.cells.size()) {
  if (spec.fidelity == NetworkSpec::Fidelity::kFlow) {
    flows_ = std::make_unique<Flows>(calendar, spec_);
  }
}

Network::~Network() {
  calendar_.stop();
}

Network::Transfer Network::send(std::uint32_t device, Direction direction, Bytes size,
                                BitsPerSecond rate, double stretch) {
  return Transfer(*this, device, direction, size, rate, stretch);
}

double Network::crowding(std::uint32_t device, BitsPerSecond rate) const {
  const auto cell = spec_.device_cell[device];
  const double capacity = (spec_.cells[cell].capacity * cell_share_[cell].value()).value();
  const double alone = std::min(rate.value(), capacity);
  // The largest share is what those who want less leave, divided among the others; it rises from
  // round to round until nobody else wants less.
  double share = capacity / (1.0 + static_cast<double>(active_[cell].size()));
  while (true) {
    double left = capacity;
    double others = 0.0;
    const auto count = [&](double wanted) {
      if (wanted <= share) {
        left -= wanted;
      } else {
        others += 1.0;
      }
    };
    count(alone);
    for (const Active& other : active_[cell]) count(other.rate);
    if (others == 0.0 || !(left / others > share)) break;
    share = left / others;
  }
  return std::max(1.0, alone / share);
}

Seconds Network::alone(std::uint32_t device, Bytes size, BitsPerSecond rate) const {
  const auto cell = spec_.device_cell[device];
  return size / std::min(rate, spec_.cells[cell].capacity * cell_share_[cell].value());
}

void Network::leave(std::uint32_t device) {
  auto& active = active_[spec_.device_cell[device]];
  const auto found = std::ranges::find(active, device, &Active::device);
  *found = active.back();
  active.pop_back();
}

void Network::set_cell_capacity(std::uint32_t cell, Probability share) {
  const bool was_up = cell_share_[cell].value() > 0.0;
  cell_share_[cell] = share;
  if (was_up && share.value() <= 0.0) ++cell_failures_[cell];
  if (flows_) flows_->set_cell(cell, spec_.cells[cell].capacity * share.value());
}

void Network::set_device(std::uint32_t device, Power power) {
  const bool failed = power_[device] == Power::kOn && power == Power::kOff;
  power_[device] = power;
  if (!failed) return;
  ++device_failures_[device];
  if (flows_) flows_->device_failed(device);
}

Probability Network::busiest_use(Seconds time) const {
  double busiest = 0.0;
  for (std::size_t cell = 0; cell < sent_.size(); ++cell) {
    busiest = std::max(busiest, sent_[cell] / spec_.cells[cell].capacity / time);
  }
  return Probability(busiest);
}

bool Network::Transfer::await_ready() const {
  const auto cell = network_.spec_.device_cell[device_];
  return network_.cell_share_[cell].value() <= 0.0 || network_.power_[device_] == Power::kOff;
}

void Network::Transfer::await_suspend(std::coroutine_handle<> who) {
  who_ = who;
  started_ = network_.calendar_.now();
  failures_at_start_ = network_.failures_seen_by(device_);
  ++network_.transfers_;
  network_.sent_[network_.spec_.device_cell[device_]] += size_;
  network_.active_[network_.spec_.device_cell[device_]].push_back({device_, rate_.value()});
  listed_ = true;
  if (network_.flows_) {
    network_.flows_->start(*this);
    stage_ = Stage::kFlowing;
  } else {
    const auto cell = network_.spec_.device_cell[device_];
    const BitsPerSecond left =
        network_.spec_.cells[cell].capacity * network_.cell_share_[cell].value();
    wake_up_ =
        network_.calendar_.wake_at(started_ + size_ / std::min(rate_, left) * stretch_, who);
    stage_ = Stage::kDelayed;
  }
}

Delivery Network::Transfer::await_resume() {
  wake_up_ = {};
  if (std::exchange(listed_, false)) network_.leave(device_);
  if (stage_ == Stage::kDelayed) {
    const bool survived = network_.failures_seen_by(device_) == failures_at_start_;
    stage_ = survived ? Stage::kDelivered : Stage::kLost;
  }
  return stage_ == Stage::kDelivered ? Delivery::kDelivered : Delivery::kLost;
}

Network::Transfer::~Transfer() {
  network_.calendar_.cancel(wake_up_);
  if (listed_) network_.leave(device_);
  if (stage_ == Stage::kFlowing) network_.flows_->stop(*this);
}

}  // namespace fieldtwin

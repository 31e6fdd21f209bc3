#include "sim/servers.hpp"

#include <algorithm>

namespace fieldtwin {

bool Servers::try_take(Waiter::Got& got) {
  if (busy_ >= servers_) return false;  // whoever waits is ahead, and then no server is free
  account();
  ++busy_;
  got = Waiter::Got::kServer;
  note_free();
  changed();
  return true;
}

void Servers::Waiter::enter(std::coroutine_handle<> who, Seconds patience) {
  who_ = who;
  got_ = Got::kQueued;
  joined_ = pool_.calendar_.now();
  Queue& queue = pool_.queues_[static_cast<std::size_t>(priority_)];
  previous_ = queue.tail;
  if (queue.tail != nullptr)
    queue.tail->next_ = this;
  else
    queue.head = this;
  queue.tail = this;
  ++pool_.waiting_;
  wake_up_ = pool_.calendar_.wake_at(joined_ + patience, who);
  pool_.changed();
}

bool Servers::Waiter::leave_with_server() {
  wake_up_ = {};
  const bool got_server = got_ == Got::kServer;
  if (got_ == Got::kQueued) {
    pool_.unlink(*this);
    pool_.changed();
  }
  got_ = Got::kNothing;
  return got_server;
}

Servers::Waiter::~Waiter() {
  pool_.calendar_.cancel(wake_up_);
  if (got_ == Got::kQueued) {
    pool_.unlink(*this);
    pool_.changed();
  } else if (got_ == Got::kServer) {
    pool_.release();  // handed over, but the one who waited was cancelled before it could go on
  }
}

void Servers::unlink(Waiter& waiter) {
  Queue& queue = queues_[static_cast<std::size_t>(waiter.priority_)];
  if (waiter.previous_ != nullptr)
    waiter.previous_->next_ = waiter.next_;
  else
    queue.head = waiter.next_;
  if (waiter.next_ != nullptr)
    waiter.next_->previous_ = waiter.previous_;
  else
    queue.tail = waiter.previous_;
  waiter.previous_ = waiter.next_ = nullptr;
  --waiting_;
}

void Servers::release() {
  account();
  --busy_;
  hand_out();
  changed();
}

void Servers::set_servers(std::size_t servers) {
  account();
  servers_ = servers;
  hand_out();
  changed();
}

void Servers::hand_out() {
  while (busy_ < servers_ && waiting_ > 0) {
    Queue& queue = queues_[0].head != nullptr ? queues_[0] : queues_[1];
    Waiter& waiter = *queue.head;
    unlink(waiter);
    ++busy_;
    waiter.got_ = Waiter::Got::kServer;
    if (turns_ != nullptr) turns_->handed_over(calendar_.now(), waiter.priority_, waiter.joined_);
    // Through the calendar, not at once: whoever gave the server back goes on first.
    calendar_.cancel(waiter.wake_up_);
    waiter.wake_up_ = calendar_.wake_at(calendar_.now(), waiter.who_);
  }
  note_free();
}

void Servers::note_free() {
  if (turns_ == nullptr) return;
  if (busy_ < servers_) {
    turns_->free(calendar_.now());
  } else {
    turns_->busy(calendar_.now());
  }
}

void Servers::account() {
  const Seconds passed = calendar_.now() - accounted_until_;
  busy_time_ += passed * static_cast<double>(busy_);
  duty_time_ += passed * static_cast<double>(std::max(servers_, busy_));
  accounted_until_ = calendar_.now();
}

Seconds Servers::busy_time() const {
  return busy_time_ + (calendar_.now() - accounted_until_) * static_cast<double>(busy_);
}

Seconds Servers::duty_time() const {
  return duty_time_ +
         (calendar_.now() - accounted_until_) * static_cast<double>(std::max(servers_, busy_));
}

}  // namespace fieldtwin

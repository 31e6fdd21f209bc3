#include "sim/calendar.hpp"

#include <algorithm>
#include <cmath>
#include <simgrid/kernel/Timer.hpp>
#include <simgrid/s4u/Engine.hpp>
#include <stdexcept>

namespace fieldtwin {

Process::promise_type::~promise_type() {
  if (calendar == nullptr) return;
  if (previous != nullptr)
    previous->next = next;
  else
    calendar->processes_ = next;
  if (next != nullptr) next->previous = previous;
}

void Process::promise_type::unhandled_exception() {
  // The engine is C++ code that was not written to be unwound: carry the error around it.
  if (!calendar->error_) calendar->error_ = std::current_exception();
}

Calendar::Calendar(Clockwork clockwork) : clockwork_(clockwork) {
  if (clockwork == Clockwork::kEngine && !simgrid::s4u::Engine::is_initialized()) {
    throw std::logic_error("a calendar that lives by the engine's clock needs the engine first");
  }
}

Calendar::~Calendar() {
  stop();
  disarm();
}

void Calendar::stop() {
  stopping_ = true;
  while (processes_ != nullptr) {
    std::coroutine_handle<Process::promise_type>::from_promise(*processes_).destroy();
  }
  stopping_ = false;
}

void Calendar::start(Process process) {
  auto handle = std::exchange(process.handle_, nullptr);
  auto& promise = handle.promise();
  promise.calendar = this;
  promise.next = processes_;
  if (processes_ != nullptr) processes_->previous = &promise;
  processes_ = &promise;
  handle.resume();
}

Calendar::Ticket Calendar::wake_at(Seconds time, std::coroutine_handle<> who) {
  if (std::isnan(time.value())) throw std::logic_error("asked to wake up at no time (NaN)");
  if (std::isinf(time.value()) && time > now_) return {};
  const WakeQueue::Number number = queue_.push(std::max(time, now_).value(), who);
  if (!ringing_ && !stopping_) arm();
  return Ticket(number);
}

void Calendar::cancel(Ticket ticket) {
  if (ticket.number_ != 0) queue_.cancel(ticket.number_);
}

void Calendar::arm() {
  if (clockwork_ == Clockwork::kAlone) return;
  const double* first = queue_.first();
  if (first == nullptr || error_) {
    disarm();
    return;
  }
  // The engine refuses dates in its past, where a wake-up may lie by a rounding error.
  const double date = std::max(*first, simgrid::s4u::Engine::get_clock());
  if (timer_ != nullptr && armed_for_ <= date) return;  // it will ring in time, and arm anew
  disarm();
  armed_for_ = date;
  timer_ = simgrid::kernel::timer::Timer::set(date, [this] {
    timer_ = nullptr;  // the engine deletes it
    catch_up();
  });
}

void Calendar::disarm() {
  if (timer_ != nullptr) std::exchange(timer_, nullptr)->remove();
}

void Calendar::resume(double time) {
  const auto who = queue_.pop();
  // The entry's own time, not the engine's clock, which drifts by rounding with every event of
  // others: a story's times depend on that story alone.
  now_ = std::max(now_, Seconds(time));
  who.resume();
}

void Calendar::catch_up() {
  const double due = simgrid::s4u::Engine::get_clock() + kClockTolerance.value();
  ringing_ = true;
  for (const double* next = queue_.first(); next != nullptr && *next <= due && !error_;
       next = queue_.first()) {
    resume(*next);
  }
  ringing_ = false;
  arm();
}

void Calendar::wake_from_engine(Seconds time, std::coroutine_handle<> who, Ticket& ticket) {
  ringing_ = true;  // no need to arm the timer for this one
  ticket = wake_at(time, who);
  catch_up();
}

void Calendar::run() {
  if (clockwork_ == Clockwork::kEngine) {
    simgrid::s4u::Engine::get_instance()->run();
  } else {
    for (const double* next = queue_.first(); next != nullptr && !error_; next = queue_.first()) {
      resume(*next);
    }
  }
  if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
}

}  // namespace fieldtwin

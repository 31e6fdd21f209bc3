#pragma once
/// Whichever comes first: the end of a task, or a time.

#include <coroutine>
#include <optional>

#include "sim/calendar.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

/// Awaitable: the task's result, or nothing if it has not ended by then; in that case the task is
/// destroyed where it waits, which takes it out of queues and transfers and gives back its leases.
template <class T>
class [[nodiscard]] WithTimeout {
 public:
  WithTimeout(Calendar& calendar, Seconds limit, Task<T> task)
      : calendar_(calendar), limit_(limit), task_(std::move(task)) {}
  WithTimeout(const WithTimeout&) = delete;
  WithTimeout& operator=(const WithTimeout&) = delete;
  ~WithTimeout() { calendar_.cancel(timer_); }

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> who) {
    awaiting_ = who;
    timer_ = calendar_.wake_at(calendar_.now() + limit_, who);
    runner_.emplace(run(*this));
    runner_->handle.resume();
  }
  std::optional<T> await_resume() {
    calendar_.cancel(timer_);
    timer_ = {};
    runner_.reset();
    { const Task<T> ended = std::move(task_); }  // the loser is gone before the winner goes on
    if (error_) std::rethrow_exception(error_);
    return std::move(result_);
  }

 private:
  /// Runs the task and wakes the one who waits, through the calendar: the runner must not be
  /// destroyed while it is on the stack.
  struct Runner {
    struct promise_type {
      Runner get_return_object() {
        return Runner(std::coroutine_handle<promise_type>::from_promise(*this));
      }
      std::suspend_always initial_suspend() noexcept { return {}; }
      std::suspend_always final_suspend() noexcept { return {}; }
      void return_void() {}
      void unhandled_exception() { std::terminate(); }  // run() catches everything
    };
    explicit Runner(std::coroutine_handle<promise_type> h) : handle(h) {}
    Runner(Runner&& other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
    ~Runner() {
      if (handle) handle.destroy();
    }
    std::coroutine_handle<promise_type> handle;
  };

  static Runner run(WithTimeout& self) {
    try {
      self.result_.emplace(co_await self.task_);
    } catch (...) {
      self.error_ = std::current_exception();
    }
    self.calendar_.cancel(self.timer_);
    self.timer_ = self.calendar_.wake_at(self.calendar_.now(), self.awaiting_);
  }

  Calendar& calendar_;
  Seconds limit_;
  Task<T> task_;
  Calendar::Ticket timer_;
  std::coroutine_handle<> awaiting_;
  std::optional<Runner> runner_;
  std::optional<T> result_;
  std::exception_ptr error_;
};

template <class T>
WithTimeout<T> with_timeout(Calendar& calendar, Seconds limit, Task<T> task) {
  return WithTimeout<T>(calendar, limit, std::move(task));
}

}  // namespace fieldtwin

#pragma once
/// The two kinds of coroutine of the model.
///
/// `Task<T>` is a part of a story: it starts when awaited, and hands its result to whoever awaits
/// it. `Process` is a whole story: the calendar starts it and owns it until it ends.
///
/// Destroying a suspended coroutine cancels it: every awaitable takes itself out of the queue or
/// calendar it waits in, and leases give back what they hold. That is how time-outs work.
///
/// Rules for coroutines here (g++ 12): free functions or members, never lambdas with captures; the
/// parameters of a Process by value or by reference to what outlives the calendar; no `co_await`
/// inside a conditional operator or an initialiser list.

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace fieldtwin {

namespace detail {

/// What a task's promise has whatever its result: who awaits it, and what went wrong.
struct TaskPromiseBase {
  std::coroutine_handle<> awaiting;
  std::exception_ptr error;

  std::suspend_always initial_suspend() noexcept { return {}; }

  struct FinalAwaiter {
    bool await_ready() noexcept { return false; }
    template <class Promise>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> self) noexcept {
      return self.promise().awaiting;
    }
    void await_resume() noexcept {}
  };
  FinalAwaiter final_suspend() noexcept { return {}; }
  void unhandled_exception() { error = std::current_exception(); }
};

template <class T>
struct TaskPromise : TaskPromiseBase {
  std::optional<T> result;
  void return_value(T value) { result.emplace(std::move(value)); }
  T take() { return std::move(*result); }
};

template <>
struct TaskPromise<void> : TaskPromiseBase {
  void return_void() {}
  void take() {}
};

}  // namespace detail

template <class T = void>
class [[nodiscard]] Task {
 public:
  struct promise_type : detail::TaskPromise<T> {
    Task get_return_object() {
      return Task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  Task(Task&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Task() {
    if (handle_) handle_.destroy();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept {
    handle_.promise().awaiting = awaiting;
    return handle_;
  }
  T await_resume() {
    if (handle_.promise().error) std::rethrow_exception(handle_.promise().error);
    return handle_.promise().take();
  }

 private:
  explicit Task(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};

class Calendar;

class [[nodiscard]] Process {
 public:
  struct promise_type {
    Calendar* calendar = nullptr;
    promise_type* previous = nullptr;  //!< neighbours in the calendar's list of live processes
    promise_type* next = nullptr;

    Process get_return_object() {
      return Process(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception();
    ~promise_type();
  };

  Process(Process&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  ~Process() {
    if (handle_) handle_.destroy();
  }

 private:
  friend class Calendar;
  explicit Process(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};

}  // namespace fieldtwin

#pragma once
/// Pools of servers with one queue: machines that match faces, agents that answer calls.

#include <array>
#include <coroutine>
#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include "sim/calendar.hpp"
#include "sim/turns.hpp"

namespace fieldtwin {

class Servers;

/// One server, taken. Gives it back when it goes out of scope.
class [[nodiscard]] Lease {
 public:
  Lease(Lease&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)) {}
  Lease& operator=(Lease&& other) noexcept {
    Lease given_back(std::move(other));
    std::swap(pool_, given_back.pool_);
    return *this;
  }
  ~Lease();

 private:
  friend class Servers;
  explicit Lease(Servers& pool) : pool_(&pool) {}

  Servers* pool_;
};

/// A pool of equal servers that is first come first served within two priority classes, without
/// pre-emption. The number of servers may change while it runs: new ones take up work at once, and
/// servers that go finish what they do.
class Servers {
 public:
  Servers(Calendar& calendar, std::size_t servers) : calendar_(calendar), servers_(servers) {}
  Servers(const Servers&) = delete;
  Servers& operator=(const Servers&) = delete;
  ~Servers() { calendar_.stop(); }  // a process may hold a server or wait for one

  /// Awaitable: a server, as soon as one is free.
  auto acquire(Priority priority = Priority::kNormal) { return AcquireForSure(*this, priority); }

  /// Awaitable: a server, or nothing if none was free within `patience`.
  auto acquire_within(Seconds patience, Priority priority = Priority::kNormal) {
    return AcquireOrGiveUp(*this, priority, patience);
  }

  /// The number of servers from now on.
  void set_servers(std::size_t servers);

  std::size_t servers() const { return servers_; }
  std::size_t busy() const { return busy_; }
  std::size_t waiting() const { return waiting_; }

  /// Server-seconds since the start that were worked, and that were on duty (a server that finishes
  /// its last job after its shift counts as on duty). Their ratio is the utilisation.
  Seconds busy_time() const;
  Seconds duty_time() const;

  /// Called after each change of servers, busy or waiting, while the model runs.
  void on_change(std::function<void(const Servers&)> watcher) { watcher_ = std::move(watcher); }

  /// Writes down whose turn came when from now on; `turns` must outlive the pool.
  void remember(Turns& turns) {
    turns_ = &turns;
    note_free();
  }

 private:
  friend class Lease;

  /// A place in the queue. Leaves it when destroyed, so that a cancelled caller is gone.
  class Waiter {
   public:
    Waiter(Servers& pool, Priority priority) : pool_(pool), priority_(priority) {}
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    ~Waiter();

    bool await_ready() { return pool_.try_take(got_); }

   protected:
    friend class Servers;
    enum class Got { kNothing, kQueued, kServer };
    void enter(std::coroutine_handle<> who, Seconds patience);
    bool leave_with_server();  //!< ends the wait; whether a server was got

    Servers& pool_;
    Priority priority_;
    Got got_ = Got::kNothing;
    std::coroutine_handle<> who_;
    Seconds joined_{0.0};       //!< when the wait began
    Calendar::Ticket wake_up_;  //!< when patience ends, or the hand-over of a server
    Waiter* previous_ = nullptr;
    Waiter* next_ = nullptr;
  };

  class AcquireForSure : public Waiter {
   public:
    using Waiter::Waiter;
    void await_suspend(std::coroutine_handle<> who) {
      enter(who, Seconds(std::numeric_limits<double>::infinity()));
    }
    Lease await_resume() {
      leave_with_server();
      return Lease(pool_);
    }
  };

  class AcquireOrGiveUp : public Waiter {
   public:
    AcquireOrGiveUp(Servers& pool, Priority priority, Seconds patience)
        : Waiter(pool, priority), patience_(patience) {}
    void await_suspend(std::coroutine_handle<> who) { enter(who, patience_); }
    std::optional<Lease> await_resume() {
      if (!leave_with_server()) return std::nullopt;
      return Lease(pool_);
    }

   private:
    Seconds patience_;
  };

  struct Queue {
    Waiter* head = nullptr;
    Waiter* tail = nullptr;
  };

  bool try_take(Waiter::Got& got);
  void unlink(Waiter& waiter);
  void release();
  void hand_out();   //!< gives free servers to those who wait longest
  void account();    //!< brings the time integrals up to now; before every change
  void note_free();  //!< tells `turns_` whether a server is free; after every change
  void changed() {
    if (watcher_ && !calendar_.is_stopping()) watcher_(*this);
  }

  Calendar& calendar_;
  std::size_t servers_;
  std::size_t busy_ = 0;
  std::size_t waiting_ = 0;
  std::array<Queue, kPriorities> queues_;
  Seconds accounted_until_{0.0};
  Seconds busy_time_{0.0};
  Seconds duty_time_{0.0};
  std::function<void(const Servers&)> watcher_;
  Turns* turns_ = nullptr;
};

inline Lease::~Lease() {
  if (pool_ != nullptr) pool_->release();
}

}  // namespace fieldtwin

#pragma once
/// Simulated time: who sleeps until when, and who is ready now.

#include <coroutine>
#include <cstdint>
#include <exception>
#include <vector>

#include "sim/quantities.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

/// What moves the clock.
enum class Clockwork {
  kEngine,  //!< SimGrid's engine, which must exist: transfers and sleeps share one clock
  kAlone,   //!< the calendar itself: several times faster, where nothing flows through SimGrid
};

/// The calendar of one replication: a heap of wake-up times, and the processes that live by it.
/// Under the engine the heap stands behind one armed SimGrid timer, because a kernel timer for each
/// wake-up costs several times as much.
///
/// Order is total: by time, then by the order in which wake-ups were asked for.
class Calendar {
 public:
  explicit Calendar(Clockwork clockwork) : clockwork_(clockwork) {}
  Calendar(const Calendar&) = delete;
  Calendar& operator=(const Calendar&) = delete;
  ~Calendar();  //!< cancels the processes that are still alive

  Seconds now() const { return now_; }

  /// Starts a process now. It runs up to its first suspension before this returns.
  void start(Process process);

  /// Runs until nobody sleeps and no transfer is under way; rethrows what a process threw.
  void run();

  /// A wake-up that was asked for, and can be taken back.
  class Ticket {
   public:
    Ticket() = default;

   private:
    friend class Calendar;
    Ticket(std::uint32_t slot, std::uint32_t use) : slot_(slot), use_(use) {}
    std::uint32_t slot_ = 0;
    std::uint32_t use_ = 0;  //!< 0: nothing asked for
  };

  /// Resumes `who` at a time not before now; `cancel` takes it back, also when it has rung already.
  Ticket wake_at(Seconds time, std::coroutine_handle<> who);
  void cancel(Ticket ticket);

  /// Awaitable: goes on after `duration` (at least 0).
  auto sleep(Seconds duration) { return Sleep{*this, now_ + duration, {}}; }
  /// Awaitable: goes on at `time`, or at once if that has passed.
  auto sleep_until(Seconds time) { return Sleep{*this, time > now_ ? time : now_, {}}; }

  /// Runs whoever waits for something outside the calendar (a transfer) at the engine's present
  /// time: sets the clock, resumes, and arms the timer for what was asked for meanwhile.
  void resume_from_engine(std::coroutine_handle<> who, Seconds time);

 private:
  friend struct Process::promise_type;

  struct Sleep {
    Calendar& calendar;
    Seconds time;
    Ticket ticket;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> who) { ticket = calendar.wake_at(time, who); }
    void await_resume() noexcept { ticket = {}; }
    ~Sleep() { calendar.cancel(ticket); }
  };

  struct Entry {
    double time;
    std::uint64_t order;
    std::uint32_t slot;
    std::uint32_t use;
    bool operator>(const Entry& other) const {
      return time != other.time ? time > other.time : order > other.order;
    }
  };
  struct Slot {
    std::coroutine_handle<> who;
    std::uint32_t use = 1;  //!< how often it was used: tells a new wake-up from a cancelled one
  };

  void resume_next();     //!< the head of the heap, which must not be cancelled
  void ring();            //!< resumes everybody whose time has come
  void drop_cancelled();  //!< takes cancelled wake-ups off the top of the heap
  void arm();             //!< sets the kernel timer for the head of the heap
  void free_slot(std::uint32_t slot);

  Clockwork clockwork_;
  Seconds now_{0.0};
  std::vector<Entry> heap_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_slots_;
  std::uint64_t order_ = 0;
  double armed_for_ = -1.0;  //!< date of the timer that counts; -1: none
  bool ringing_ = false;
  Process::promise_type* processes_ = nullptr;
  std::exception_ptr error_;
};

}  // namespace fieldtwin

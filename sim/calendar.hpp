#pragma once
/// Simulated time: who sleeps until when, and who is ready now.

#include <coroutine>
#include <cstdint>
#include <exception>

#include "sim/quantities.hpp"
#include "sim/task.hpp"
#include "sim/wake_queue.hpp"

namespace simgrid::kernel::timer {
class Timer;
}

namespace fieldtwin {

/// What moves the clock.
enum class Clockwork {
  kEngine,  //!< SimGrid's engine, which must exist: transfers and sleeps share one clock
  kAlone,   //!< the calendar itself: several times faster, where nothing flows through SimGrid
};

/// The calendar of one replication: wake-up times, and the processes that live by them.
/// Under the engine they all stand behind one armed SimGrid timer, because a kernel timer for each
/// wake-up costs several times as much.
///
/// Order is total: by time, then by the order in which wake-ups were asked for. At one instant,
/// whatever was asked for first happens first: a patience that ends when a server becomes free wins
/// if its caller came before that job began.
class Calendar {
 public:
  /// Under Clockwork::kEngine the Engine must exist, or std::logic_error is thrown.
  explicit Calendar(Clockwork clockwork);
  Calendar(const Calendar&) = delete;
  Calendar& operator=(const Calendar&) = delete;
  ~Calendar();  //!< stops

  Seconds now() const { return now_; }

  /// Starts a process now. It runs up to its first suspension before this returns. What it throws
  /// comes out of run().
  void start(Process process);

  /// Runs until nobody sleeps and no transfer is under way. What a process throws ends the run:
  /// nobody else goes on, and it is rethrown here. The run cannot be taken up again after that.
  void run();

  /// Cancels every live process. The calendar does so when it goes, and so does whatever processes
  /// hold places in (pools, the network): they may be destroyed in any order. Not for use from
  /// within a process.
  void stop();

  /// Whether stop() is cancelling everybody: what changes now is no event of the model.
  bool is_stopping() const { return stopping_; }

  /// A wake-up that was asked for, and can be taken back.
  class Ticket {
   public:
    Ticket() = default;

   private:
    friend class Calendar;
    explicit Ticket(WakeQueue::Number number) : number_(number) {}
    WakeQueue::Number number_ = 0;  //!< 0: nothing asked for
  };

  /// Resumes `who` at `time`, or after what is due now if that has passed; never, if it is
  /// infinite. `cancel` takes it back, also when it has rung already.
  Ticket wake_at(Seconds time, std::coroutine_handle<> who);
  void cancel(Ticket ticket);

  /// Awaitable: goes on after `duration` (at least 0).
  auto sleep(Seconds duration) { return Sleep(*this, now_ + duration); }
  /// Awaitable: goes on at `time`, or at once if that has passed.
  auto sleep_until(Seconds time) { return Sleep(*this, time); }

  /// As wake_at, from a callback of the engine (at the end of a transfer), and resumes everybody
  /// whose time has come by the engine's clock. The ticket is there before anybody goes on.
  void wake_from_engine(Seconds time, std::coroutine_handle<> who, Ticket& ticket);

  /// A wake-up that is ahead of the engine's clock by no more than this has come: the clock adds up
  /// rounding errors, and a round of the engine for each would double the work.
  static constexpr Seconds kClockTolerance{1e-8};

 private:
  friend struct Process::promise_type;

  class Sleep {
   public:
    Sleep(Calendar& calendar, Seconds time) : calendar_(calendar), time_(time) {}
    Sleep(const Sleep&) = delete;
    Sleep& operator=(const Sleep&) = delete;
    ~Sleep() { calendar_.cancel(ticket_); }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> who) { ticket_ = calendar_.wake_at(time_, who); }
    void await_resume() noexcept { ticket_ = {}; }

   private:
    Calendar& calendar_;
    Seconds time_;
    Ticket ticket_;
  };

  void resume(double time);  //!< the first of the queue, whose time that is
  void catch_up();           //!< resumes everybody whose time has come by the engine's clock
  void arm();                //!< sets the kernel timer for the first of the queue
  void disarm();

  Clockwork clockwork_;
  Seconds now_{0.0};
  WakeQueue queue_;
  simgrid::kernel::timer::Timer* timer_ = nullptr;  //!< the one that is armed
  double armed_for_ = 0.0;                          //!< its date
  bool ringing_ = false;
  bool stopping_ = false;
  Process::promise_type* processes_ = nullptr;
  std::exception_ptr error_;
};

}  // namespace fieldtwin

#pragma once
/// Recorded encounters in place of generated ones.

#include <coroutine>
#include <deque>
#include <memory>
#include <unordered_map>

#include "agents/officer.hpp"
#include "scenarios/recorded/recording.hpp"
#include "sim/calendar.hpp"

namespace fieldtwin {

/// What is read of the recording and has not happened yet: the next stops of each officer. Reading
/// is ahead of simulated time by some hundreds of rows, however long the recording is.
class Replay {
 public:
  Replay(const Scenario& scenario, std::uint32_t replication);

  /// Starts the officers of the recording, and the reading.
  void start(System& system, const Roster& roster);

  /// The stops of one officer that have been read. At the end of the recording it is closed.
  class Inbox {
   public:
    /// Awaitable: the next stop, as soon as it is read; nothing when there is none any more.
    auto next() { return Next{*this}; }
    void put(RecordedStop stop);
    void close();

   private:
    struct Next {
      Inbox& inbox;
      bool await_ready() const { return !inbox.stops_.empty() || inbox.closed_; }
      void await_suspend(std::coroutine_handle<> who) { inbox.waiting_ = who; }
      std::optional<RecordedStop> await_resume();
    };
    void wake();

    std::deque<RecordedStop> stops_;
    bool closed_ = false;
    std::coroutine_handle<> waiting_;
  };

 private:
  Process read(Calendar& calendar);

  RecordingStream recording_;
  std::unordered_map<std::uint32_t, std::unique_ptr<Inbox>> inboxes_;  //!< by officer
};

}  // namespace fieldtwin

#pragma once
/// Signals that wait until they are asked for.

#include <signal.h>

#include <chrono>

namespace fieldtwin {

/// While it lives, SIGINT, SIGTERM, SIGHUP and SIGCHLD are queued instead of delivered, so that a
/// loop can wait for them and nothing needs a handler.
class QueuedSignals {
 public:
  QueuedSignals();  //!< throws std::system_error
  QueuedSignals(const QueuedSignals&) = delete;
  QueuedSignals& operator=(const QueuedSignals&) = delete;
  ~QueuedSignals();

  /// Waits so long for a signal, or until a file descriptor, if there is one, can be read from;
  /// 0 if no signal came.
  int wait(std::chrono::milliseconds patience, int descriptor = -1) const;
  /// A signal that has come already; 0 if none has.
  int poll() const;
  /// Lets a child that was just forked receive signals as usual.
  void restore_in_child() const;

 private:
  sigset_t set_;
  int readable_;  //!< file descriptor that can be read from when a signal has come
  sigset_t before_;
  struct sigaction child_before_;
};

}  // namespace fieldtwin

#include "sim/study/queued_signals.hpp"

#include <algorithm>
#include <cstdint>

namespace fieldtwin {

QueuedSignals::QueuedSignals() {
  sigemptyset(&set_);
  for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGCHLD}) sigaddset(&set_, signal);
  sigprocmask(SIG_BLOCK, &set_, &before_);
  // A parent that ignores SIGCHLD hands that down, and children would vanish unseen.
  struct sigaction plain {};
  plain.sa_handler = SIG_DFL;
  sigaction(SIGCHLD, &plain, &child_before_);
}

QueuedSignals::~QueuedSignals() {
  sigaction(SIGCHLD, &child_before_, nullptr);
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

int QueuedSignals::wait(std::chrono::milliseconds patience) const {
  const std::int64_t ms = patience.count();
  const timespec time{ms / 1000, ms % 1000 * 1'000'000};
  return std::max(0, sigtimedwait(&set_, nullptr, &time));
}

int QueuedSignals::poll() const {
  const timespec now{0, 0};
  return std::max(0, sigtimedwait(&set_, nullptr, &now));
}

void QueuedSignals::restore_in_child() const {
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace fieldtwin

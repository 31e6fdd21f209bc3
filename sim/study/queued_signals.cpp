#include "sim/study/queued_signals.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace fieldtwin {

QueuedSignals::QueuedSignals() {
  sigemptyset(&set_);
  for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGCHLD}) sigaddset(&set_, signal);
  readable_ = signalfd(-1, &set_, SFD_CLOEXEC);
  if (readable_ < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
  sigprocmask(SIG_BLOCK, &set_, &before_);
  // A parent that ignores SIGCHLD hands that down, and children would vanish unseen.
  struct sigaction plain {};
  plain.sa_handler = SIG_DFL;
  sigaction(SIGCHLD, &plain, &child_before_);
}

QueuedSignals::~QueuedSignals() {
  sigaction(SIGCHLD, &child_before_, nullptr);
  sigprocmask(SIG_SETMASK, &before_, nullptr);
  close(readable_);
}

int QueuedSignals::wait(std::chrono::milliseconds patience, int descriptor) const {
  std::array<pollfd, 2> either{{{readable_, POLLIN, 0}, {descriptor, POLLIN, 0}}};
  ::poll(either.data(), either.size(), static_cast<int>(patience.count()));
  return poll();
}

int QueuedSignals::poll() const {
  const timespec now{0, 0};
  return std::max(0, sigtimedwait(&set_, nullptr, &now));
}

void QueuedSignals::restore_in_child() const {
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace fieldtwin

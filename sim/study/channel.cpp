#include "sim/study/channel.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

namespace fieldtwin {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void write_all(int descriptor, const void* from, std::size_t size) {
  const char* at = static_cast<const char*>(from);
  while (size > 0) {
    const ssize_t written = ::send(descriptor, at, size, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("cannot reach the other process");
    at += written;
    size -= static_cast<std::size_t>(written);
  }
}

}  // namespace

Channel::Pair Channel::make() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) fail("socketpair");
  return {Channel(ends[0]), Channel(ends[1])};
}

Channel::Channel(Channel&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Channel::~Channel() {
  if (descriptor_ >= 0) close(descriptor_);
}

void Channel::send(const std::string& message) const {
  const std::uint64_t size = message.size();
  write_all(descriptor_, &size, sizeof(size));
  write_all(descriptor_, message.data(), message.size());
}

bool Channel::can_send() const {
  pollfd end{descriptor_, POLLIN | POLLOUT, 0};
  while (poll(&end, 1, -1) < 0 && errno == EINTR) {
  }
  return (end.revents & (POLLOUT | POLLERR | POLLHUP)) != 0;
}

bool Channel::has_message(std::chrono::milliseconds patience) const {
  pollfd end{descriptor_, POLLIN, 0};
  return poll(&end, 1, static_cast<int>(patience.count())) > 0;
}

std::optional<std::string> Channel::receive() const {
  std::uint64_t size = 0;
  if (!read_all(&size, sizeof(size))) return std::nullopt;
  std::string message(size, '\0');
  if (!read_all(message.data(), message.size())) return std::nullopt;
  return message;
}

bool Channel::read_all(void* to, std::size_t size) const {
  char* at = static_cast<char*>(to);
  while (size > 0) {
    const ssize_t got = read(descriptor_, at, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace fieldtwin

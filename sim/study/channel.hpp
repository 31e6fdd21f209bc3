#pragma once
/// Messages between two processes on one machine.

#include <chrono>
#include <optional>
#include <string>

namespace fieldtwin {

/// One end of a pair of connected sockets.
class Channel {
 public:
  struct Pair;
  static Pair make();  //!< throws std::system_error

  Channel(Channel&& other) noexcept;
  Channel& operator=(Channel&&) = delete;
  ~Channel();

  /// Throws std::system_error if nobody is at the other end.
  void send(const std::string& message) const;
  /// Waits until a short message can be sent without waiting, or one has come, which may be that
  /// the other end is gone; whether it can be sent.
  bool can_send() const;
  /// Can be read from when a message has begun, or the other end is gone.
  int descriptor() const { return descriptor_; }
  /// Waits so long for a message to begin; whether one has, or the other end is gone.
  bool has_message(std::chrono::milliseconds patience) const;
  /// Waits for a message; nothing if the other end is gone.
  std::optional<std::string> receive() const;

 private:
  explicit Channel(int descriptor) : descriptor_(descriptor) {}
  bool read_all(void* to, std::size_t size) const;

  int descriptor_;
};

struct Channel::Pair {
  Channel here, there;
};

}  // namespace fieldtwin

#pragma once
/// When somebody's turn would have come: the memory of a queue, for those who only ask.

#include <array>
#include <cstddef>
#include <deque>
#include <optional>

#include "sim/quantities.hpp"

namespace fieldtwin {

/// Whose turn it is when a server becomes free: higher classes first, first come first served
/// within.
enum class Priority : std::size_t { kHigh, kNormal };
inline constexpr std::size_t kPriorities = 2;

/// Remembers, for each class of a pool's queue, who would have been served by when. From this
/// follows the wait of somebody who was not there at all: one who waits moves nobody, neither those
/// ahead nor, until their turn comes, those behind, so the wait that a real caller would have had
/// is read off exactly, without a place in the queue, an event in the calendar or a server.
///
/// Memory: an entry each time a server is handed to somebody who waited, and each time the last
/// free server is taken; `forget` drops those that nobody will ask about.
class Turns {
 public:
  /// When somebody of the class who joined the queue at `joined` and stayed would have been given a
  /// server: at `joined` itself if one was free. Nothing if that has not come yet. `joined` must
  /// not lie before what was forgotten, nor ahead.
  std::optional<Seconds> turn(Priority priority, Seconds joined) const;

  /// Nobody will ask about those who joined before this.
  void forget(Seconds joined);

  std::size_t size() const;  //!< entries held

  /// What the pool tells, in the order of time: a server went to one who joined at `joined`, who
  /// had waited; some server is free and nobody waits; no server is free.
  void handed_over(Seconds now, Priority priority, Seconds joined);
  void free(Seconds now);
  void busy(Seconds now);

 private:
  /// Whoever joined no later than `up_to` and after the entry before it was served at `from`, or on
  /// joining if that was later.
  struct Entry {
    Seconds from;
    Seconds up_to;
  };

  std::array<std::deque<Entry>, kPriorities> entries_;
  bool free_ = false;
};

}  // namespace fieldtwin

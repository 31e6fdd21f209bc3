#pragma once
/// Wake-ups in order: by time, and at one time by the order in which they were asked for.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace fieldtwin {

/// A calendar queue (R. Brown, CACM 31 (1988) 1220) with a heap for the slice of time at hand.
///
/// Nearly everybody in a national run waits for hours (officers between two stops), while the scans
/// under way wake up every few milliseconds. One heap of all would be deep, and cold in the cache.
/// So time is cut into slices of equal length: the slice at hand is a small heap, the next ones are
/// lists without order, and what lies beyond them is one more list, looked through now and then.
class WakeQueue {
 public:
  struct Entry {
    double time;        //!< seconds, finite
    std::uint64_t key;  //!< rises with every entry asked for
    bool operator>(const Entry& other) const {
      return time != other.time ? time > other.time : key > other.key;
    }
  };

  void push(Entry entry) {
    const double slice = slice_of(entry.time);
    if (slice <= at_hand_) {
      heap_.push_back(entry);
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    } else if (slice - at_hand_ < kSlices) {
      next_[place_of(slice)].push_back(entry);
      ++in_next_;
    } else {
      beyond_.push_back(entry);
    }
  }

  /// The first entry that `is_wanted(key)`, or nullptr where there is none; those before it that
  /// are not wanted any more are gone. Valid until the next call of anything here.
  template <class IsWanted>
  const Entry* head(IsWanted is_wanted) {
    while (true) {
      while (!heap_.empty() && !is_wanted(heap_.front().key)) pop();
      if (!heap_.empty()) return &heap_.front();
      if (!open_next_slice(is_wanted)) return nullptr;
    }
  }

  /// Takes off what head() returned.
  void pop() {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    heap_.pop_back();
  }

 private:
  // Powers of two: slices begin at exact times, and no rounding moves an entry into another slice.
  static constexpr double kSlicesPerSecond = 0.5;
  static constexpr std::size_t kSlices = 4096;  //!< that have a list each: more than two hours

  // A whole number in a double, which has no end that a far time could pass.
  static double slice_of(double time) { return std::floor(time * kSlicesPerSecond); }
  static std::size_t place_of(double slice) {
    return static_cast<std::size_t>(static_cast<std::int64_t>(slice)) % kSlices;
  }

  /// Goes on to a later slice, which may turn out to be empty; false if nothing is left.
  template <class IsWanted>
  bool open_next_slice(IsWanted is_wanted) {
    if (in_next_ > 0) {
      at_hand_ += 1.0;
    } else if (!beyond_.empty()) {
      at_hand_ = slice_of(
          std::min_element(beyond_.begin(), beyond_.end(), [](const Entry& a, const Entry& b) {
            return b > a;
          })->time);
      look_beyond_at_ = at_hand_;
    } else {
      return false;
    }
    std::vector<Entry>& opened = next_[place_of(at_hand_)];
    in_next_ -= opened.size();
    for (const Entry& entry : opened) {
      if (is_wanted(entry.key)) heap_.push_back(entry);
    }
    opened.clear();
    std::make_heap(heap_.begin(), heap_.end(), std::greater<>());
    if (at_hand_ >= look_beyond_at_) look_beyond(is_wanted);
    return true;
  }

  /// Half a round of lists after the last time, so that nothing is found too late.
  template <class IsWanted>
  void look_beyond(IsWanted is_wanted) {
    look_beyond_at_ = at_hand_ + kSlices / 2;
    std::vector<Entry> before;
    before.swap(beyond_);
    for (const Entry& entry : before) {
      if (is_wanted(entry.key)) push(entry);
    }
  }

  double at_hand_ = 0.0;  //!< the slice of the heap: later ones are in the lists
  std::vector<Entry> heap_;
  std::vector<std::vector<Entry>> next_{kSlices};  //!< one a slice, by place_of
  std::size_t in_next_ = 0;                        //!< entries in all of them
  std::vector<Entry> beyond_;    //!< kSlices or more after the slice that was at hand then
  double look_beyond_at_ = 0.0;  //!< the slice that looks through beyond_
};

}  // namespace fieldtwin

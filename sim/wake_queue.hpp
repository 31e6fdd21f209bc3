#pragma once
/// Who is to be woken, in order: by time, and at one time by the order in which it was asked for.

#include <algorithm>
#include <array>
#include <bit>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <vector>

namespace fieldtwin {

/// A calendar queue (R. Brown, CACM 31 (1988) 1220).
///
/// Nearly everybody in a national run waits for hours (officers between two stops), while the scans
/// under way wake up every few milliseconds. One heap of all would be deep, and cold in the cache.
/// So time is cut into slices of equal length: the slice at hand is in order, the next ones are
/// lists without order, and what lies beyond them is one more list, looked through now and then.
class WakeQueue {
 public:
  /// Of one wake-up that was asked for: rises with each, and is never 0.
  using Number = std::uint64_t;

  /// `time` must be finite and at least 0.
  Number push(double time, std::coroutine_handle<> who) {
    const std::uint32_t place = take_place();
    const Number number = ++asked_ << kPlaceBits | place;
    places_[place] = {number, who, kNone};
    file({time, number});
    return number;
  }

  /// Takes a wake-up back, unless it has been popped or taken back already.
  void cancel(Number number) {
    Place& place = places_[place_of(number)];
    if (place.number == number) place.who = nullptr;  // goes when its turn comes
  }

  /// The time of the first one, or nullptr where there is none. Valid until the next call of
  /// anything here.
  const double* first() {
    while (true) {
      while (!ordered_.empty()) {
        if (places_[place_of(ordered_.back().number)].who) return &ordered_.back().time;
        pop();
      }
      if (!open_next_slice()) return nullptr;
    }
  }

  /// Takes off the one whose time first() told.
  std::coroutine_handle<> pop() {
    const std::uint32_t place = place_of(ordered_.back().number);
    ordered_.pop_back();
    const auto who = places_[place].who;
    give_back(place);
    return who;
  }

 private:
  struct Entry {
    double time;
    Number number;
    bool operator>(const Entry& other) const {
      return time != other.time ? time > other.time : number > other.number;
    }
  };

  /// Whom to wake. A list goes from place to place, so that the memory in use is what was used last.
  struct Place {
    Number number = 0;  //!< 0: free
    std::coroutine_handle<> who;
    std::uint32_t next = kNone;  //!< in its list; of a slice, or of free places
    double time = 0.0;
  };

  using Slice = std::int64_t;

  static constexpr unsigned kPlaceBits = 24;
  static constexpr std::uint32_t kNone = (std::uint32_t{1} << kPlaceBits) - 1;
  // Powers of two: slices begin at exact times, and no rounding moves an entry into another slice.
  static constexpr double kSlicesPerSecond = 4.0;
  static constexpr std::size_t kSlices = 32768;  //!< that have a list each: more than two hours
  static constexpr std::size_t kBits = 64;       //!< of a word

  static std::uint32_t place_of(Number number) {
    return static_cast<std::uint32_t>(number & kNone);
  }
  /// All times that a whole number could not hold are in one last slice.
  static Slice slice_of(double time) {
    return static_cast<Slice>(std::min(time * kSlicesPerSecond, 0x1p62));
  }
  static std::size_t bit_of(Slice slice) { return static_cast<std::size_t>(slice) % kSlices; }
  std::uint32_t& list_of(Slice slice) { return lists_[bit_of(slice)]; }

  std::uint32_t take_place() {
    if (free_ == kNone) {
      if (places_.size() >= kNone) throw std::length_error("too many wait at one time");
      places_.emplace_back();
      return static_cast<std::uint32_t>(places_.size() - 1);
    }
    const std::uint32_t place = free_;
    free_ = places_[place].next;
    return place;
  }

  void give_back(std::uint32_t place) {
    places_[place] = {0, nullptr, free_};
    free_ = place;
  }

  void file(Entry entry) {
    const Slice slice = slice_of(entry.time);
    if (slice <= at_hand_) {
      put_in_order(entry);
    } else if (slice - at_hand_ < static_cast<Slice>(kSlices)) {
      const std::uint32_t place = place_of(entry.number);
      places_[place].time = entry.time;
      places_[place].next = list_of(slice);
      list_of(slice) = place;
      filled_[bit_of(slice) / kBits] |= std::uint64_t{1} << bit_of(slice) % kBits;
      ++in_lists_;
    } else {
      beyond_.push_back(entry);
    }
  }

  /// Few are in a slice, and most of what is asked for comes soon: a heap, whose every step guesses
  /// wrong half the time, takes longer.
  void put_in_order(Entry entry) {
    constexpr int kNear = 16;
    auto at = ordered_.end();
    for (int step = 0; at != ordered_.begin() && entry > *(at - 1); --at) {
      if (++step < kNear) continue;
      at = std::upper_bound(ordered_.begin(), at, entry, std::greater<>());
      break;
    }
    ordered_.insert(at, entry);
  }

  /// How many slices after the one at hand the next one comes that has anybody in its list. There
  /// must be one.
  Slice to_next_filled() const {
    const std::size_t from = bit_of(at_hand_ + 1);
    std::size_t word = from / kBits;
    std::uint64_t bits = filled_[word] & ~std::uint64_t{0} << from % kBits;
    while (bits == 0) {
      word = (word + 1) % filled_.size();
      bits = filled_[word];
    }
    const std::size_t found = word * kBits + static_cast<std::size_t>(std::countr_zero(bits));
    return static_cast<Slice>((found + kSlices - from) % kSlices) + 1;
  }

  /// Goes on to a later slice, which may turn out to be empty; false if nothing is left.
  bool open_next_slice() {
    if (in_lists_ > 0) {
      at_hand_ = std::min(at_hand_ + to_next_filled(), std::max(look_beyond_at_, at_hand_ + 1));
    } else if (!beyond_.empty()) {
      at_hand_ = slice_of(
          std::min_element(beyond_.begin(), beyond_.end(), [](const Entry& a, const Entry& b) {
            return b > a;
          })->time);
      look_beyond_at_ = at_hand_;
    } else {
      return false;
    }
    std::uint32_t place = list_of(at_hand_);
    list_of(at_hand_) = kNone;
    filled_[bit_of(at_hand_) / kBits] &= ~(std::uint64_t{1} << bit_of(at_hand_) % kBits);
    while (place != kNone) {
      const auto& [number, who, next, time] = places_[place];
      const std::uint32_t taken = place;
      place = next;
      --in_lists_;
      if (who) {
        ordered_.push_back({time, number});
      } else {
        give_back(taken);
      }
    }
    std::sort(ordered_.begin(), ordered_.end(), std::greater<>());
    if (at_hand_ >= look_beyond_at_) look_beyond();
    return true;
  }

  /// Half a round of lists after the last time, so that nothing is found too late.
  void look_beyond() {
    look_beyond_at_ = at_hand_ + static_cast<Slice>(kSlices / 2);
    std::vector<Entry> before;
    before.swap(beyond_);
    for (const Entry& entry : before) {
      if (places_[place_of(entry.number)].who) {
        file(entry);
      } else {
        give_back(place_of(entry.number));
      }
    }
  }

  Number asked_ = 0;  //!< how many were asked for
  std::vector<Place> places_;
  std::uint32_t free_ = kNone;

  Slice at_hand_ = 0;           //!< the slice that is in order: later ones are in the lists
  std::vector<Entry> ordered_;  //!< the last first
  std::vector<std::uint32_t> lists_ =
      std::vector<std::uint32_t>(kSlices, kNone);  //!< one a slice, by its first place
  std::array<std::uint64_t, kSlices / kBits> filled_{};  //!< a bit a list, by bit_of
  std::size_t in_lists_ = 0;                             //!< entries in all of them
  std::vector<Entry> beyond_;                      //!< kSlices or more after what was at hand then
  Slice look_beyond_at_ = 0;                       //!< the slice that looks through beyond_
};

}  // namespace fieldtwin

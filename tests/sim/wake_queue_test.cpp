#include "sim/wake_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <utility>

namespace fieldtwin {
namespace {

/// The queue beside an ordered set of (time, key), which is right by construction.
class BothQueues {
 public:
  void push(double time) {
    queue_.push({time, ++asked_});
    oracle_.emplace(time, asked_);
  }

  /// As the calendar does: the entry stays in the queue, and is not wanted any more.
  void cancel(std::uint64_t key) {
    std::erase_if(oracle_, [&](const auto& entry) { return entry.second == key; });
  }

  std::uint64_t asked() const { return asked_; }

  std::optional<std::pair<double, std::uint64_t>> head() {
    const auto* first = queue_.head([this](std::uint64_t key) { return is_wanted(key); });
    if (first == nullptr) return std::nullopt;
    return std::pair(first->time, first->key);
  }

  std::optional<std::pair<double, std::uint64_t>> expected() const {
    if (oracle_.empty()) return std::nullopt;
    return *oracle_.begin();
  }

  void pop() {
    queue_.pop();
    oracle_.erase(oracle_.begin());
  }

 private:
  bool is_wanted(std::uint64_t key) const {
    return std::any_of(oracle_.begin(), oracle_.end(),
                       [&](const auto& entry) { return entry.second == key; });
  }

  WakeQueue queue_;
  std::set<std::pair<double, std::uint64_t>> oracle_;
  std::uint64_t asked_ = 0;
};

TEST(WakeQueue, IsEmptyAtFirst) {
  EXPECT_EQ(BothQueues().head(), std::nullopt);
}

TEST(WakeQueue, AnEarlierOneThatComesAfterALookAheadIsFirst) {
  BothQueues queues;
  queues.push(50000.0);
  ASSERT_EQ(queues.head(), queues.expected());  // the slice at hand is now that of 50,000 s
  queues.push(7.0);
  queues.push(49999.0);
  queues.push(7.0);
  while (queues.expected()) {
    ASSERT_EQ(queues.head(), queues.expected());
    queues.pop();
  }
  EXPECT_EQ(queues.head(), std::nullopt);
}

TEST(WakeQueue, TimesThatNoWholeNumberHoldsHaveTheirPlace) {
  BothQueues queues;
  for (const double time :
       {1e300, 4e18, 1e300, 2e19, 9.3e18, 0.0, 1e12, std::nextafter(1e300, 0.0)})
    queues.push(time);
  while (queues.expected()) {
    ASSERT_EQ(queues.head(), queues.expected());
    queues.pop();
  }
  EXPECT_EQ(queues.head(), std::nullopt);
}

TEST(WakeQueue, GivesWhatAnOrderedSetGives) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    const auto at_random = [&](double from, double to) {
      return std::uniform_real_distribution(from, to)(random);
    };
    BothQueues queues;
    double now = 0.0;
    for (int step = 0; step < 3000; ++step) {
      const double what = at_random(0.0, 1.0);
      if (what < 0.5) {
        // From milliseconds to weeks, so that every list and what lies beyond them is in use; whole
        // seconds, so that many come at one time.
        const double pause = std::exp(at_random(std::log(1e-3), std::log(2e6)));
        queues.push(now + (what < 0.1 ? std::floor(pause) : pause));
      } else if (what < 0.6 && queues.asked() > 0) {
        queues.cancel(1 + random() % queues.asked());
      } else {
        const auto head = queues.head();
        ASSERT_EQ(head, queues.expected()) << "seed " << seed << ", step " << step;
        if (!head) continue;
        now = head->first;
        queues.pop();
      }
    }
    while (queues.expected()) {
      ASSERT_EQ(queues.head(), queues.expected()) << "seed " << seed << ", at the end";
      queues.pop();
    }
    ASSERT_EQ(queues.head(), std::nullopt);
  }
}

}  // namespace
}  // namespace fieldtwin

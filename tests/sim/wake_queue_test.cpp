#include "sim/wake_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace fieldtwin {
namespace {

/// The queue beside an ordered set of (time, who), which is right by construction: whoever asks is
/// the number of wake-ups asked for.
class BothQueues {
 public:
  void push(double time) {
    const std::uintptr_t who = numbers_.size() + 1;
    numbers_.push_back(
        queue_.push(time, std::coroutine_handle<>::from_address(reinterpret_cast<void*>(who))));
    oracle_.emplace(time, who);
  }

  /// Whether it has been woken or not.
  void cancel(std::size_t who) {
    queue_.cancel(numbers_.at(who - 1));
    std::erase_if(oracle_, [&](const auto& entry) { return entry.second == who; });
  }

  std::size_t asked() const { return numbers_.size(); }

  std::optional<double> head() {
    const double* first = queue_.first();
    return first == nullptr ? std::nullopt : std::optional(*first);
  }

  std::optional<double> expected() const {
    if (oracle_.empty()) return std::nullopt;
    return oracle_.begin()->first;
  }

  /// Whoever was first, by both.
  void pop() {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(queue_.pop().address()), oracle_.begin()->second);
    oracle_.erase(oracle_.begin());
  }

 private:
  WakeQueue queue_;
  std::set<std::pair<double, std::uintptr_t>> oracle_;
  std::vector<WakeQueue::Number> numbers_;
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
        now = *head;
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

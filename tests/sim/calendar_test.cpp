#include "sim/calendar.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/engine.hpp"

namespace fieldtwin {
namespace {

/// What happened, in order: who at what time.
using Log = std::vector<std::pair<double, std::string>>;

Process say_at(Calendar& calendar, Seconds time, std::string what, Log& log) {
  co_await calendar.sleep_until(time);
  log.emplace_back(calendar.now().value(), what);
}

Process say_after_each(Calendar& calendar, std::vector<double> pauses, std::string who, Log& log) {
  for (const double pause : pauses) {
    co_await calendar.sleep(Seconds(pause));
    log.emplace_back(calendar.now().value(), who);
  }
}

/// Tells when its scope ends, however it does.
class Witness {
 public:
  explicit Witness(int& alive) : alive_(alive) { ++alive_; }
  Witness(const Witness&) = delete;
  Witness& operator=(const Witness&) = delete;
  ~Witness() { --alive_; }

 private:
  int& alive_;
};

class EitherClockwork : public testing::TestWithParam<Clockwork> {
 protected:
  std::unique_ptr<Engine> engine_ =
      GetParam() == Clockwork::kEngine ? std::make_unique<Engine>() : nullptr;
  Calendar calendar_{GetParam()};
  Log log_;
};

INSTANTIATE_TEST_SUITE_P(Calendar, EitherClockwork,
                         testing::Values(Clockwork::kEngine, Clockwork::kAlone),
                         [](const auto& test) {
                           return test.param == Clockwork::kEngine ? "Engine" : "Alone";
                         });

TEST_P(EitherClockwork, OrdersByTimeAndThenByTheOrderOfAsking) {
  calendar_.start(say_at(calendar_, 3_s, "c", log_));
  calendar_.start(say_at(calendar_, 1_s, "a", log_));
  calendar_.start(say_at(calendar_, 3_s, "d", log_));
  calendar_.start(say_at(calendar_, 2_s, "b", log_));
  calendar_.run();
  EXPECT_EQ(log_, (Log{{1, "a"}, {2, "b"}, {3, "c"}, {3, "d"}}));
}

TEST_P(EitherClockwork, TimesAddUpAsArithmeticSays) {
  calendar_.start(say_after_each(calendar_, {0.1, 0.1, 0.1}, "x", log_));
  calendar_.start(say_after_each(calendar_, {0.25}, "y", log_));
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0.1, "x"}, {0.1 + 0.1, "x"}, {0.25, "y"}, {0.1 + 0.1 + 0.1, "x"}}));
}

TEST_P(EitherClockwork, SleepOfNothingGoesOnAtOnceButAfterWhatIsDue) {
  calendar_.start(say_after_each(calendar_, {0.0, 0.0}, "x", log_));
  calendar_.start(say_after_each(calendar_, {0.0, 0.0}, "y", log_));
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "x"}, {0, "y"}, {0, "x"}, {0, "y"}}));
}

// A timer date in the past asserts in SimGrid.
TEST_P(EitherClockwork, TrapTimerDateInThePastGoesOnNow) {
  calendar_.start(say_after_each(calendar_, {5.0, -3.0, 1.0}, "x", log_));
  calendar_.start(say_at(calendar_, Seconds(-1.0), "past", log_));
  calendar_.run();
  EXPECT_EQ(log_, (Log{{0, "past"}, {5, "x"}, {5, "x"}, {6, "x"}}));
}

TEST_P(EitherClockwork, ShorterSleepOvertakesAnArmedTimer) {
  calendar_.start(say_at(calendar_, 100_s, "late", log_));
  calendar_.start(say_after_each(calendar_, {1.0, 1.0, 98.0, 1.0}, "x", log_));
  calendar_.run();
  EXPECT_EQ(log_, (Log{{1, "x"}, {2, "x"}, {100, "late"}, {100, "x"}, {101, "x"}}));
}

TEST_P(EitherClockwork, RunsLongAgainstRoundingOfTheClock) {
  // Times of two stories that share no binary digits, over a long run.
  calendar_.start(say_after_each(calendar_, std::vector<double>(20000, 0.1), "x", log_));
  calendar_.start(say_after_each(calendar_, std::vector<double>(20000, std::sqrt(2.0)), "y", log_));
  calendar_.run();
  double x = 0.0;
  double y = 0.0;
  for (const auto& [time, who] : log_) {
    double& expected = who == "x" ? x : y;
    expected += who == "x" ? 0.1 : std::sqrt(2.0);
    ASSERT_EQ(time, expected);
  }
  EXPECT_EQ(log_.size(), 40000u);
}

Process sleep_for(Calendar& calendar, Seconds duration, int& alive, int& went_on) {
  Witness witness(alive);
  co_await calendar.sleep(duration);
  ++went_on;
}

TEST_P(EitherClockwork, SleepForEverEndsWithTheCalendar) {
  int alive = 0;
  int went_on = 0;
  const Seconds for_ever(std::numeric_limits<double>::infinity());
  calendar_.start(sleep_for(calendar_, for_ever, alive, went_on));
  calendar_.start(sleep_for(calendar_, 2_s, alive, went_on));
  calendar_.run();
  EXPECT_EQ(calendar_.now(), 2_s);
  EXPECT_EQ(alive, 1);
  calendar_.stop();
  EXPECT_EQ(alive, 0);
  EXPECT_EQ(went_on, 1);
}

TEST_P(EitherClockwork, SleepOfNoNumberIsAnError) {
  int alive = 0;
  int went_on = 0;
  calendar_.start(sleep_for(calendar_, Seconds(std::nan("")), alive, went_on));
  EXPECT_THROW(calendar_.run(), std::logic_error);
  EXPECT_EQ(alive, 0);
}

TEST_P(EitherClockwork, StopBeforeRunCancelsSleepers) {
  int alive = 0;
  int went_on = 0;
  for (int i = 0; i < 10; ++i) {
    calendar_.start(sleep_for(calendar_, Seconds(i), alive, went_on));
  }
  EXPECT_EQ(alive, 10);
  calendar_.stop();
  EXPECT_EQ(alive, 0);
  calendar_.run();
  EXPECT_EQ(went_on, 0);
}

TEST_P(EitherClockwork, ManyCancelledWakeUpsDoNotDisturbTheRest) {
  int alive = 0;
  int went_on = 0;
  for (int i = 0; i < 1000; ++i) {
    calendar_.start(sleep_for(calendar_, Seconds(i % 7), alive, went_on));
  }
  calendar_.stop();  // leaves its slots to the next ones
  for (int i = 0; i < 1000; ++i) {
    calendar_.start(say_at(calendar_, Seconds(i % 7), "x", log_));
  }
  calendar_.run();
  EXPECT_EQ(log_.size(), 1000u);
  EXPECT_EQ(went_on, 0);
}

Process start_others(Calendar& calendar, int depth, Log& log) {
  log.emplace_back(calendar.now().value(), "begins " + std::to_string(depth));
  if (depth > 0) calendar.start(start_others(calendar, depth - 1, log));
  co_await calendar.sleep(1_s);
  log.emplace_back(calendar.now().value(), "ends " + std::to_string(depth));
}

TEST_P(EitherClockwork, ProcessStartsAProcessThatRunsAtOnce) {
  calendar_.start(start_others(calendar_, 2, log_));
  calendar_.run();
  // The innermost asked first.
  EXPECT_EQ(log_, (Log{{0, "begins 2"},
                       {0, "begins 1"},
                       {0, "begins 0"},
                       {1, "ends 0"},
                       {1, "ends 1"},
                       {1, "ends 2"}}));
}

Task<int> add_later(Calendar& calendar, int a, int b) {
  co_await calendar.sleep(1_s);
  if (b < 0) throw std::runtime_error("negative");
  co_return a + b;
}

Task<int> add_twice(Calendar& calendar, int a, int b) {
  const int once = co_await add_later(calendar, a, b);
  const int twice = co_await add_later(calendar, once, b);
  co_return twice;
}

Process compute(Calendar& calendar, int b, std::vector<int>& results, int& caught, int& alive) {
  Witness witness(alive);
  try {
    const int sum = co_await add_twice(calendar, 1, b);
    results.push_back(sum);
  } catch (const std::runtime_error&) {
    ++caught;
  }
}

TEST_P(EitherClockwork, TasksHandResultsAndExceptionsUpwards) {
  std::vector<int> results;
  int caught = 0;
  int alive = 0;
  calendar_.start(compute(calendar_, 2, results, caught, alive));
  calendar_.start(compute(calendar_, -1, results, caught, alive));
  calendar_.run();
  EXPECT_EQ(results, (std::vector<int>{5}));
  EXPECT_EQ(caught, 1);
  EXPECT_EQ(alive, 0);
  EXPECT_EQ(calendar_.now(), 2_s);
}

Task<> fail_deep(Calendar& calendar, int depth) {
  if (depth == 0) {
    co_await calendar.sleep(1_s);
    throw std::out_of_range("deep");
  }
  co_await fail_deep(calendar, depth - 1);
}

Process fail(Calendar& calendar, int& alive) {
  Witness witness(alive);
  co_await fail_deep(calendar, 5);
}

TEST_P(EitherClockwork, ExceptionPropagatesOutOfRunAndNobodyElseGoesOn) {
  int alive = 0;
  int went_on = 0;
  calendar_.start(fail(calendar_, alive));
  calendar_.start(sleep_for(calendar_, 1_s, alive, went_on));
  calendar_.start(sleep_for(calendar_, 2_s, alive, went_on));
  EXPECT_THROW(calendar_.run(), std::out_of_range);
  EXPECT_EQ(went_on, 0);
  EXPECT_EQ(alive, 2);
  calendar_.stop();
  EXPECT_EQ(alive, 0);
}

Process fail_at_once(Calendar&) {
  throw std::domain_error("at once");
  co_return;
}

Process start_a_failure(Calendar& calendar, Log& log) {
  calendar.start(fail_at_once(calendar));
  log.emplace_back(calendar.now().value(), "still here");
  co_await calendar.sleep(1_s);
  log.emplace_back(calendar.now().value(), "never");
}

TEST_P(EitherClockwork, ExceptionBeforeTheFirstSuspensionAlsoComesOutOfRun) {
  calendar_.start(start_a_failure(calendar_, log_));
  EXPECT_THROW(calendar_.run(), std::domain_error);
  EXPECT_EQ(log_, (Log{{0, "still here"}}));
}

TEST_P(EitherClockwork, ProcessThatWasNeverStartedIsDestroyed) {
  int alive = 0;
  int went_on = 0;
  {
    const Process process = sleep_for(calendar_, 1_s, alive, went_on);
    EXPECT_EQ(alive, 0);
  }
  calendar_.run();
  EXPECT_EQ(went_on, 0);
}

TEST(Calendar, NeedsTheEngineToLiveByItsClock) {
  EXPECT_THROW(Calendar(Clockwork::kEngine), std::logic_error);
  EXPECT_NO_THROW(Calendar(Clockwork::kAlone));
}

TEST(Calendar, DestructionWithLiveProcessesEndsThemAll) {
  int alive = 0;
  int went_on = 0;
  {
    Calendar calendar(Clockwork::kAlone);
    for (int i = 0; i < 100; ++i) {
      calendar.start(sleep_for(calendar, Seconds(i), alive, went_on));
    }
    EXPECT_EQ(alive, 100);
  }
  EXPECT_EQ(alive, 0);
  EXPECT_EQ(went_on, 0);
}

}  // namespace
}  // namespace fieldtwin

#include "sim/engine.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

#include "sim/calendar.hpp"
#include "tests/support/fork.hpp"

namespace fieldtwin {
namespace {

TEST(Engine, TrapSecondEngineThrows) {
  const Engine first;
  EXPECT_THROW(Engine(), std::logic_error);
}

// SimGrid would not complain, and compute nonsense.
TEST(Engine, TrapSecondEngineAfterTheFirstIsGoneThrows) {
  { const Engine first; }
  EXPECT_THROW(Engine(), std::logic_error);
}

TEST(Engine, IsTheVersionThatItsTrapsWereMeasuredWith) {
  EXPECT_STREQ(Engine::version(), "3.32.0");
}

TEST(Engine, RunsWithNothingToDo) {
  const Engine engine;
  Calendar calendar(Clockwork::kEngine);
  calendar.run();
  EXPECT_EQ(calendar.now(), 0_s);
}

Process count_to(Calendar& calendar, int n, double& count) {
  for (int i = 0; i < n; ++i) {
    co_await calendar.sleep(1_s);
    count += 1.0;
  }
}

TEST(Engine, ForksBeforeAndAfterItIsMade) {
  const auto run_alone = [] {
    const Engine engine;
    Calendar calendar(Clockwork::kEngine);
    double count = 0.0;
    calendar.start(count_to(calendar, 5, count));
    calendar.run();
    return std::vector<double>{count, calendar.now().value()};
  };
  EXPECT_EQ(in_child(run_alone), (std::vector<double>{5, 5}));

  const Engine engine;
  Calendar calendar(Clockwork::kEngine);
  double count = 0.0;
  calendar.start(count_to(calendar, 5, count));
  const auto go_on = [&] {
    calendar.run();
    return std::vector<double>{count, calendar.now().value()};
  };
  EXPECT_EQ(in_child(go_on), (std::vector<double>{5, 5}));
  EXPECT_EQ(in_child(go_on), (std::vector<double>{5, 5}));
  EXPECT_EQ(go_on(), (std::vector<double>{5, 5}));
}

}  // namespace
}  // namespace fieldtwin

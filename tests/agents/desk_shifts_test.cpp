#include "agents/desk_shifts.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

Scenario three_shifts() {
  Scenario scenario;
  scenario.ice.agents_day = Count(15);
  scenario.ice.agents_evening = Count(12);
  scenario.ice.agents_night = Count(8);
  return scenario;
}

void expect_equal(const std::vector<Staffing>& got, const std::vector<Staffing>& expected) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_EQ(got[i].from, expected[i].from) << i;
    EXPECT_EQ(got[i].servers, expected[i].servers) << i;
  }
}

TEST(DeskShifts, FollowTheClock) {
  expect_equal(desk_shifts(three_shifts(), {}, 48_h),
               {{0_h, 8}, {8_h, 15}, {16_h, 12}, {24_h, 8}, {32_h, 15}, {40_h, 12}});
}

TEST(DeskShifts, AWalkOutLeavesItsShareOfEachShift) {
  expect_equal(
      desk_shifts(three_shifts(), {{10_h, Probability(0.4)}, {18_h, Probability(1.0)}}, 24_h),
      {{0_h, 8}, {8_h, 15}, {10_h, 6}, {16_h, 5}, {18_h, 12}});
}

TEST(DeskShifts, TakeTheNumbersThatHoldAtTheTime) {
  Scenario scenario = three_shifts();
  auto later = std::make_shared<Scenario>(three_shifts());
  later->ice.agents_day = Count(20);
  scenario.epochs = {{10_h, later}};
  expect_equal(desk_shifts(scenario, {}, 48_h),
               {{0_h, 8}, {8_h, 15}, {10_h, 20}, {16_h, 12}, {24_h, 8}, {32_h, 20}, {40_h, 12}});
}

TEST(DeskShifts, ChangesAtOneTimeAreOne) {
  expect_equal(desk_shifts(three_shifts(), {{8_h, Probability(0.0)}}, 24_h),
               {{0_h, 8}, {8_h, 0}, {16_h, 0}});
}

}  // namespace
}  // namespace fieldtwin

#include "sim/study/plan.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(Plan, ALongerPlanBeginsWithAShorterOne) {
  const auto three = plan_replications(3);
  const auto five = plan_replications(5);
  ASSERT_EQ(three.size(), 3u);
  ASSERT_EQ(five.size(), 5u);
  for (std::size_t i = 0; i < three.size(); ++i) {
    EXPECT_EQ(three[i].id, five[i].id);
    EXPECT_EQ(three[i].replication, five[i].replication);
  }
}

TEST(Plan, UnfinishedLeavesOutWhatIsThereWithItsGaps) {
  const auto rest = unfinished(plan_replications(6), {0, 2, 3, 9});
  ASSERT_EQ(rest.size(), 3u);
  EXPECT_EQ(rest[0].replication, 1u);
  EXPECT_EQ(rest[1].replication, 4u);
  EXPECT_EQ(rest[2].replication, 5u);
}

}  // namespace
}  // namespace fieldtwin

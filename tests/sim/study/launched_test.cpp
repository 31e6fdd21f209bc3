#include "sim/study/launched.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

namespace fieldtwin {
namespace {

class LaunchedTest : public testing::Test {
 protected:
  LaunchedTest() { clear(); }
  ~LaunchedTest() override { clear(); }

  static void clear() {
    for (const char* name : {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "PMI_RANK", "PMI_SIZE",
                             "PMIX_RANK", "SLURM_STEP_NUM_TASKS"}) {
      unsetenv(name);
    }
  }
};

TEST_F(LaunchedTest, ByNobody) {
  EXPECT_FALSE(launched());
}

TEST_F(LaunchedTest, ByEachLauncher) {
  const char* const launchers[][2] = {{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
                                      {"PMI_RANK", "PMI_SIZE"},
                                      {"PMIX_RANK", "SLURM_STEP_NUM_TASKS"}};
  for (const auto& [rank, size] : launchers) {
    clear();
    setenv(rank, "3", 1);
    EXPECT_FALSE(launched()) << rank << " alone says nothing";
    setenv(size, "8", 1);
    ASSERT_TRUE(launched()) << rank;
    EXPECT_EQ(launched()->rank, 3u);
    EXPECT_EQ(launched()->size, 8u);
  }
}

TEST_F(LaunchedTest, WordsAreNoNumbers) {
  setenv("PMI_RANK", "first", 1);
  setenv("PMI_SIZE", "8", 1);
  EXPECT_FALSE(launched());
}

}  // namespace
}  // namespace fieldtwin

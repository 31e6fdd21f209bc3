#include "scenarios/reader/suggest.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(Suggest, EditDistanceCountsEditsAndSwaps) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("abc", ""), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);  // Levenshtein's textbook pair
  EXPECT_EQ(edit_distance("idel", "idle"), 1u);       // a swap is one edit
  EXPECT_EQ(edit_distance("ca", "abc"), 3u);          // optimal string alignment, not full Damerau
  EXPECT_EQ(edit_distance("Mbit", "mbit"), 0u);
}

TEST(Suggest, IsSymmetric) {
  for (const char* a : {"idle_limit", "capture", "x", ""})
    for (const char* b : {"idle_limt", "capt", "yx", "z"})
      EXPECT_EQ(edit_distance(a, b), edit_distance(b, a));
}

TEST(Suggest, FindsTheClosestAndOnlyIfItIsClose) {
  const std::vector<std::string> names{"idle_limit", "total_limit", "duration"};
  EXPECT_EQ(closest("idle_limt", names), "idle_limit");
  EXPECT_EQ(closest("durations", names), "duration");
  EXPECT_EQ(closest("colour", names), "");
  EXPECT_EQ(closest(std::string(1000, 'x'), names), "");
  EXPECT_EQ(closest("x", {}), "");
}

TEST(Suggest, ShortListsAreGivenInFull) {
  EXPECT_EQ(did_you_mean("frozn", {"fixed_fpir", "frozen"}), "Did you mean 'frozen'?");
  EXPECT_EQ(did_you_mean("colour", {"flow", "delay"}), "Known are: flow, delay.");
  EXPECT_EQ(did_you_mean("colour", {}), "");
}

}  // namespace
}  // namespace fieldtwin

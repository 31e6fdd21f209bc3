#include "scenarios/reader/error.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(Error, SaysPlaceProblemReasonAndSuggestion) {
  EXPECT_EQ(to_string(ScenarioError{"a.yaml", 3, 5, "this is wrong", "because", "Do that."}),
            "a.yaml:3:5: error: this is wrong (because). Do that.");
  EXPECT_EQ(to_string(ScenarioError{"a.yaml", 3, 0, "this is wrong", "", ""}),
            "a.yaml:3: error: this is wrong.");
  EXPECT_EQ(to_string(ScenarioError{"a.yaml", 0, 0, "this is wrong", "", ""}),
            "a.yaml: error: this is wrong.");
}

TEST(Error, ListIsSortedByLineWithinFilesAndHoldsNothingTwice) {
  ErrorList list;
  list.raise_if_any();
  list.add({"b", 9, 1}, {"third", "", ""});
  list.add({"a", 1, 1}, {"fourth", "", ""});
  list.add({"b", 2, 7}, {"second", "", ""});
  list.add({"b", 2, 3}, {"first", "", ""});
  list.add({"b", 2, 3}, {"first", "", ""});
  EXPECT_EQ(list.size(), 4u);
  try {
    list.raise_if_any();
    FAIL() << "nothing was thrown";
  } catch (const ScenarioErrors& errors) {
    ASSERT_EQ(errors.errors().size(), 4u);
    EXPECT_STREQ(
        errors.what(),
        "b:2:3: error: first.\nb:2:7: error: second.\nb:9:1: error: third.\na:1:1: error: fourth.");
  }
}

}  // namespace
}  // namespace fieldtwin

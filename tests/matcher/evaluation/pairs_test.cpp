#include "matcher/evaluation/pairs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

using ::testing::HasSubstr;

std::string refusal(const std::string& text) {
  try {
    parse_pairs(text, "pairs.txt");
  } catch (const DataSetError& error) {
    return error.what();
  }
  return "";
}

TEST(Pairs, ReadsFoldsOfMatedAndNonMatedPairs) {
  const auto folds = parse_pairs("2\t1\nAnn\t1\t4\nAnn\t1\tBob_Lee\t2\nCy\t2\t3\nDi\t1\tEd\t1\n", "pairs.txt");
  ASSERT_EQ(folds.size(), 2U);
  ASSERT_EQ(folds[0].size(), 2U);
  EXPECT_EQ(folds[0][0].kind, PairKind::kMated);
  EXPECT_EQ(folds[0][0].second, (PhotoName{"Ann", 4}));
  EXPECT_EQ(folds[0][1].kind, PairKind::kNonMated);
  EXPECT_EQ(folds[0][1].second, (PhotoName{"Bob_Lee", 2}));
  EXPECT_EQ(folds[1][0].first, (PhotoName{"Cy", 2}));
}

TEST(Pairs, ReadsTheFormOfOneFoldAndLinesOfWindows) {
  const auto folds = parse_pairs("1\r\nAnn 1 2\r\nAnn 1 Bob 1\r\n", "pairs.txt");
  ASSERT_EQ(folds.size(), 1U);
  EXPECT_EQ(folds[0].size(), 2U);
}

TEST(Pairs, SaysWhatIsWrongAndWhere) {
  EXPECT_THAT(refusal(""), HasSubstr("pairs.txt:1: the first line"));
  EXPECT_THAT(refusal("ten 300\n"), HasSubstr("'ten' is not a whole number"));
  EXPECT_THAT(refusal("1 1\nAnn 1 Bob 2\n"), HasSubstr("pairs.txt:2: a mated pair"));
  EXPECT_THAT(refusal("1 1\nAnn 1 2\n"), HasSubstr("pairs.txt:3: the file ends"));
  EXPECT_THAT(refusal("1 1\nAnn 1 2\nAnn 1 Ann 2\n"), HasSubstr("one person"));
  EXPECT_THAT(refusal("1 1\nAnn 1 0\nAnn 1 Bob 2\n"), HasSubstr("'0' is not"));
  EXPECT_THAT(refusal("1 1\nAnn 1 2\nAnn 1 Bob 2\nCy 1 2\n"), HasSubstr("more pairs"));
  EXPECT_THAT(refusal("1 1\n../Ann 1 2\nAnn 1 Bob 2\n"), HasSubstr("not the name of a folder"));
}

TEST(Pairs, NamesFilesAsLfwDoes) {
  EXPECT_EQ(photo_file("set", {"Ann_Lee", 7}), "set/Ann_Lee/Ann_Lee_0007.jpg");
}

}  // namespace
}  // namespace fieldtwin
